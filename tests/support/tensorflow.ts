/** TensorFlow.js in Node for tests: gradients, the cpu and the wasm backend, and a leak check. */
import { createRequire } from 'node:module';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { afterEach, beforeAll, beforeEach, expect } from 'vitest';

/** Tells the wasm backend where its binary is; importing this module has registered all backends. */
export function registerNodeBackends(): void {
	const require = createRequire(import.meta.url);
	setWasmPaths(path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + path.sep);
}

registerNodeBackends();

/** Runs the tests of the enclosing block on one backend, and fails a test that leaves a tensor behind. */
export function useBackend(backend: 'cpu' | 'wasm'): void {
	let tensorsBefore = 0;
	beforeAll(async () => {
		expect(await tf.setBackend(backend)).toBe(true);
		await tf.ready();
		expect(tf.getBackend()).toBe(backend);
	});
	beforeEach(() => {
		tensorsBefore = tf.memory().numTensors;
	});
	afterEach(() => {
		expect(tf.memory().numTensors, 'tensors left behind').toBe(tensorsBefore);
	});
}
