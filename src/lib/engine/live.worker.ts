/** The worker of the live figures; a backend's code is fetched when it is first wanted. */
import { expose } from 'comlink';
import { NotebookEngine } from './live-engine.ts';

expose(
	new NotebookEngine({
		wasm: () => import('./backends/wasm.ts'),
		webgl: () => import('@tensorflow/tfjs-backend-webgl'),
		webgpu: () => import('@tensorflow/tfjs-backend-webgpu'),
		cpu: () => import('@tensorflow/tfjs-backend-cpu')
	})
);
