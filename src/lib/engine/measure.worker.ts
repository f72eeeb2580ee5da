/** The worker that takes times; a backend's code is fetched when it is first wanted. */
import { expose } from 'comlink';
import { TimingEngine } from './measure-engine.ts';

expose(
	new TimingEngine({
		wasm: () => import('./backends/wasm.ts'),
		webgl: () => import('@tensorflow/tfjs-backend-webgl'),
		webgpu: () => import('@tensorflow/tfjs-backend-webgpu'),
		cpu: () => import('@tensorflow/tfjs-backend-cpu')
	})
);
