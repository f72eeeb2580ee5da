/** TensorFlow.js for programs: the wasm backend with one thread, and this project's training kernels. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { registerRunningKernels, registerTrainingKernels } from '#lib/kernels/register.ts';

/** Programs are bundled, but started in the project's root. */
const BINARY = join(process.cwd(), 'src', 'lib', 'kernels', 'kernels.wasm');

/** @throws Error when the backend does not start */
export async function startTensorFlow(): Promise<void> {
	const require = createRequire(import.meta.url);
	setWasmPaths(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + sep);
	if (!(await tf.setBackend('wasm'))) {
		throw new Error('TensorFlow.js: expected its wasm backend to start, but it did not.');
	}
	await registerTrainingKernels(readFileSync(BINARY));
}

/** The kernels that the page runs networks with; training leaves them out. */
export async function useRunningKernels(): Promise<void> {
	await registerRunningKernels(readFileSync(BINARY));
}
