/** Pool, scale and join of channels, and the updates after a batch: wasm with the kernels against cpu. */
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Maps } from '#lib/model/layout.ts';
import { averageChannels, joinChannels, scaleChannels } from '#lib/model/training-operations.ts';
import { blendAll, momentumStep } from '#lib/model/training-updates.ts';
import { expectSameOnWasm, randomValues, useTrainingKernels } from '../support/training-kernels.ts';

beforeAll(useTrainingKernels);

const shapes = fc.tuple(
	fc.integer({ min: 1, max: 3 }),
	fc.integer({ min: 1, max: 5 }),
	fc.integer({ min: 1, max: 5 }),
	fc.integer({ min: 1, max: 13 })
);

/** The output and the gradients of an operation on maps. */
function outputAndGradients(inputs: tf.Tensor[], run: (...maps: Maps[]) => Maps): tf.Tensor[] {
	const output = run(...(inputs as Maps[]));
	const { grads } = tf.valueAndGrads((...tensors: tf.Tensor[]) => run(...(tensors as Maps[])))(
		inputs,
		randomValues('dy', output.shape)
	);
	return [output, ...grads];
}

test('the average of each map', async () => {
	await fc.assert(
		fc.asyncProperty(shapes, async (shape) => {
			await expectSameOnWasm(() => outputAndGradients([randomValues('x', shape)], averageChannels));
		}),
		{ seed: 5, numRuns: 40 }
	);
});

test('each map times its factor', async () => {
	await fc.assert(
		fc.asyncProperty(shapes, async (shape) => {
			const [batch, , , channels] = shape;
			await expectSameOnWasm(() => {
				const factors = randomValues('factors', [batch, 1, 1, channels]);
				return outputAndGradients([randomValues('x', shape), factors], scaleChannels);
			});
		}),
		{ seed: 6, numRuns: 40 }
	);
});

test('maps joined, the last cut off or not', async () => {
	await fc.assert(
		fc.asyncProperty(
			shapes,
			fc.integer({ min: 1, max: 9 }),
			fc.nat(8),
			async (shape, more, cut) => {
				const [batch, rows, columns, channels] = shape;
				const kept = channels + Math.max(1, more - cut);
				await expectSameOnWasm(() =>
					outputAndGradients(
						[randomValues('a', shape), randomValues('b', [batch, rows, columns, more])],
						(a, b) => joinChannels(a!, b!, kept)
					)
				);
			}
		),
		{ seed: 7, numRuns: 40 }
	);
});

/** A variable, which no tidy takes away. */
const variable = (name: string, size: number) =>
	tf.variable(randomValues<tf.Tensor>(name, [size]), false);

test('gradient descent with momentum and weight decay', async () => {
	await expectSameOnWasm(() => {
		const learned = [1, 4, 7, 30].map((size, index) => ({
			weight: variable(`weight${index}`, size),
			velocity: variable(`velocity${index}`, size),
			gradient: randomValues<tf.Tensor>(`gradient${index}`, [size]),
			decay: index * 0.01
		}));
		momentumStep(learned, { learningRate: 0.1, momentum: 0.9 });
		momentumStep(learned, { learningRate: 0.05, momentum: 0.9 });
		const results = learned.flatMap(({ weight, velocity }) => [weight.clone(), velocity.clone()]);
		for (const { weight, velocity } of learned) tf.dispose([weight, velocity]);
		return results;
	});
});

test('one step of it by hand', async () => {
	await tf.setBackend('wasm');
	const weight = tf.variable(tf.tensor1d([2]));
	const velocity = tf.variable(tf.tensor1d([4]));
	const gradient = tf.tensor1d([1]);
	momentumStep([{ weight, velocity, gradient, decay: 0.5 }], { learningRate: 0.25, momentum: 0.5 });
	expect([...velocity.dataSync(), ...weight.dataSync()]).toEqual([0.5 * 4 + (1 + 0.5 * 2), 1]);
	tf.dispose([weight, velocity, gradient]);
});

test('what shares a weight’s values keeps the old ones', async () => {
	await tf.setBackend('wasm');
	const weight = tf.variable(tf.tensor1d([2, 3]));
	const velocity = tf.variable(tf.zeros([2]));
	const gradient = tf.ones([2]);
	const before = weight.clone();
	momentumStep([{ weight, velocity, gradient, decay: 0 }], { learningRate: 1, momentum: 0 });
	expect([...before.dataSync()]).toEqual([2, 3]);
	expect([...weight.dataSync()]).toEqual([1, 2]);
	tf.dispose([weight, velocity, gradient, before]);
});

test('blends', async () => {
	await expectSameOnWasm(() =>
		blendAll(
			[1, 5, 8].map((size, index) => ({
				a: randomValues<tf.Tensor>(`a${index}`, [size]),
				b: randomValues<tf.Tensor>(`b${index}`, [size]),
				shareA: 0.9,
				shareB: 0.1 * index
			}))
		)
	);
	expect(blendAll([])).toEqual([]);
});

test('tensors of different sizes are refused', async () => {
	await tf.setBackend('wasm');
	const a = tf.ones([3]);
	const b = tf.ones([2]);
	expect(() => blendAll([{ a, b, shareA: 1, shareB: 1 }])).toThrow(
		'a, b 0: expected tensors of one shape, found 3 and 2.'
	);
	tf.dispose([a, b]);
});
