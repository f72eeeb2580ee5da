/** The training kernels in Node, for tests: their registration, and the same work on cpu and on wasm. */
import { readFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { randomTensor } from '#lib/core/network/random-weights.ts';
import { registerRunningKernels, registerTrainingKernels } from '#lib/kernels/register.ts';
import './tensorflow.ts';

const binary = new URL('../../src/lib/kernels/kernels.wasm', import.meta.url);

/** Registers the kernels; for `beforeAll`. */
export async function useTrainingKernels(): Promise<void> {
	await registerTrainingKernels(await readFile(binary));
}

/** Registers those of networks that only run, as the page does; for `beforeAll`. */
export async function useRunningKernels(): Promise<void> {
	await registerRunningKernels(await readFile(binary));
}

/** A tensor of pseudo-random numbers around `offset`, the same on every backend; named for its stream. */
export function randomValues<T extends tf.Tensor = tf.Tensor4D>(
	name: string,
	shape: readonly number[],
	offset = 0
): T {
	const { data } = randomTensor(name, shape, 1, offset);
	return tf.tensor(data, [...shape]) as T;
}

/** Runs `compute` on a backend and takes its tensors' values out, leaving none behind. */
async function valuesOn(
	backend: 'cpu' | 'wasm',
	compute: () => tf.Tensor[]
): Promise<{ shape: number[]; data: number[] }[]> {
	expect(await tf.setBackend(backend)).toBe(true);
	const before = tf.memory().numTensors;
	const values = tf.tidy(() =>
		compute().map((tensor) => ({ shape: tensor.shape, data: [...tensor.dataSync()] }))
	) as unknown as { shape: number[]; data: number[] }[];
	expect(tf.memory().numTensors, 'tensors left behind').toBe(before);
	return values;
}

/** Fails unless both backends compute the same up to `tolerance`, as a share of the largest number. */
export async function expectSameOnWasm(
	compute: () => tf.Tensor[],
	tolerance = 2e-6
): Promise<void> {
	const expected = await valuesOn('cpu', compute);
	const found = await valuesOn('wasm', compute);
	expect(found.map(({ shape }) => shape)).toEqual(expected.map(({ shape }) => shape));
	expected.forEach(({ data }, index) => {
		const scale = data.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-3);
		const worst = data.reduce(
			(largest, value, at) => largestOf(largest, Math.abs(value - found[index]!.data[at]!)),
			0
		);
		expect(worst / scale, `result ${index}`).toBeLessThanOrEqual(tolerance);
	});
}

/** NaN wins, so that it fails the comparison behind it. */
function largestOf(a: number, b: number): number {
	return b <= a ? a : b;
}
