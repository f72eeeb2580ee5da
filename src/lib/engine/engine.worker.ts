/** The worker that owns TensorFlow.js; a backend's code is fetched when it is first wanted. */
import { expose } from 'comlink';
import { NetworkEngine } from './network-engine.ts';
import { readPicture } from './read-picture.ts';

expose(
	new NetworkEngine(
		{
			wasm: () => import('./backends/wasm.ts'),
			webgl: () => import('@tensorflow/tfjs-backend-webgl'),
			webgpu: () => import('@tensorflow/tfjs-backend-webgpu'),
			cpu: () => import('@tensorflow/tfjs-backend-cpu')
		},
		readPicture
	)
);
