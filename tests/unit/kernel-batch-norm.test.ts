/**
 * Batch norm in training: the kernels on wasm against TensorFlow.js's own operations on cpu, and the
 * moments against sums in doubles where single precision would fail.
 */
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { mulberry32 } from '#lib/core/network/random-weights.ts';
import type { Maps } from '#lib/model/layout.ts';
import { normalise, type NormaliseOptions } from '#lib/model/training-operations.ts';
import { expectSameOnWasm, randomValues, useTrainingKernels } from '../support/training-kernels.ts';

beforeAll(useTrainingKernels);

const EPSILON = 1e-5;

type Second = 'nothing' | 'maps' | 'batch norm';

/** The outputs of one call, and the gradients of all that goes in. */
function outputsAndGradients(shape: readonly number[], second: Second, relu: boolean): tf.Tensor[] {
	const channels = shape.at(-1)!;
	const inputs = ['a', 'gammaA', 'betaA', 'b', 'gammaB', 'betaB'].map((name) =>
		randomValues<tf.Tensor>(
			name,
			name.length === 1 ? shape : [channels],
			name.startsWith('gamma') ? 1.5 : 0
		)
	);
	const used = { nothing: 3, maps: 4, 'batch norm': 6 }[second];
	const run = (...tensors: tf.Tensor[]) => {
		const [a, gammaA, betaA, b, gammaB, betaB] = tensors;
		const term = (maps: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor) => ({
			maps: maps as Maps,
			parameters: { gamma: gamma as tf.Tensor1D, beta: beta as tf.Tensor1D }
		});
		const add = second === 'maps' ? (b as Maps) : term(b!, gammaB!, betaB!);
		const options: NormaliseOptions = {
			epsilon: EPSILON,
			relu,
			...(second !== 'nothing' && { add })
		};
		return normalise(term(a!, gammaA!, betaA!), options);
	};
	const { output, moments, addedMoments } = run(...inputs);
	expect(addedMoments !== undefined).toBe(second === 'batch norm');
	const { grads } = tf.valueAndGrads((...tensors: tf.Tensor[]) => run(...tensors).output)(
		inputs.slice(0, used),
		randomValues('dy', shape)
	);
	return [output, ...Object.values(moments), ...Object.values(addedMoments ?? {}), ...grads];
}

describe.each<Second>(['nothing', 'maps', 'batch norm'])('a batch norm and %s', (second) => {
	test.each([false, true])('with ReLU: %s', async (relu) => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 3 }),
				fc.integer({ min: 4, max: 12 }),
				fc.integer({ min: 1, max: 12 }),
				fc.oneof(fc.constantFrom(1, 3, 4, 8, 16, 70), fc.integer({ min: 1, max: 40 })),
				async (batch, rows, columns, channels) => {
					// A ReLU that is open on one backend and shut on the other would need a value within
					// rounding of 0; these streams have none.
					await expectSameOnWasm(
						() => outputsAndGradients([batch, rows, columns, channels], second, relu),
						2e-5
					);
				}
			),
			{ seed: 4, numRuns: 30 }
		);
	});
});

describe('moments', () => {
	/** A channel of numbers around `offset`, with a spread of about `spread`. */
	const channel = (count: number, offset: number, spread: number) => {
		const next = mulberry32(7);
		return Float32Array.from({ length: count }, () => offset + spread * (next() / 2 ** 31 - 1));
	};

	const momentsOf = (values: Float32Array, channels: number) =>
		tf.tidy(() => {
			const maps = tf.tensor4d(values, [1, values.length / channels, 1, channels]);
			const parameters = { gamma: tf.ones([channels]), beta: tf.zeros([channels]) };
			const { moments, output } = normalise(
				{ maps, parameters: parameters as { gamma: tf.Tensor1D; beta: tf.Tensor1D } },
				{ epsilon: EPSILON, relu: false }
			);
			return {
				mean: [...moments.mean.dataSync()],
				variance: [...moments.variance.dataSync()],
				output: [...output.dataSync()]
			};
		});

	test.each([
		[100_003, 1000, 1],
		[100_003, -1e-3, 1e-6],
		[37, 1e5, 10],
		[2, 3, 1]
	])('%d numbers around %d with a spread of %d', async (count, offset, spread) => {
		await tf.setBackend('wasm');
		const values = channel(count, offset, spread);
		const mean = values.reduce((sum, value) => sum + value, 0) / count;
		const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
		const found = momentsOf(values, 1);
		expect(Math.abs(found.mean[0]! / mean - 1)).toBeLessThan(1e-6);
		expect(Math.abs(found.variance[0]! / variance - 1)).toBeLessThan(1e-4);
	});

	test('every lane has its own', async () => {
		await tf.setBackend('wasm');
		const channels = 7;
		const values = Float32Array.from({ length: channels * 500 }, (_, index) => {
			const row = Math.floor(index / channels);
			return (index % channels) + (row % 2 === 0 ? 1 : -1) * (1 + (index % channels));
		});
		const { mean, variance } = momentsOf(values, channels);
		expect(mean).toEqual([0, 1, 2, 3, 4, 5, 6]);
		expect(variance).toEqual([1, 4, 9, 16, 25, 36, 49]);
	});

	test('a channel that is one number everywhere becomes β', async () => {
		await tf.setBackend('wasm');
		const { variance, output } = momentsOf(new Float32Array(1000).fill(0.1), 1);
		expect(variance[0]).toBeLessThan(1e-12);
		for (const value of output) expect(Math.abs(value)).toBeLessThan(1e-4);
	});

	test('a NaN stays one', async () => {
		await tf.setBackend('wasm');
		const { mean, output } = momentsOf(Float32Array.of(1, 2, NaN, 4), 1);
		expect([...mean, ...output].every(Number.isNaN)).toBe(true);
	});
});
