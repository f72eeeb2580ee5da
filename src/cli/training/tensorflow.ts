/** TensorFlow.js for programs: the wasm backend with one thread, and this project's training kernels. */
import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';

/** @throws Error when the backend does not start */
export async function startTensorFlow(): Promise<void> {
	const require = createRequire(import.meta.url);
	setWasmPaths(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + sep);
	if (!(await tf.setBackend('wasm'))) {
		throw new Error('TensorFlow.js: expected its wasm backend to start, but it did not.');
	}
}
