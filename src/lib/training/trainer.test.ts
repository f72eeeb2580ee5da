import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createArchitecture } from '#lib/core/network/architecture.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { useBackend } from '../../../tests/support/tensorflow.ts';
import { useTrainingKernels } from '../../../tests/support/training-kernels.ts';
import { momentumStep } from '#lib/model/training-updates.ts';
import { firstWeights } from './first-weights.ts';
import type { Batch } from './pictures.ts';
import { RECIPES, type Recipe } from './recipe.ts';
import { Trainer, type TrainerState } from './trainer.ts';

const SIDE = 8;
const architecture = createArchitecture('repghostnet', {
	classes: 2,
	head: 8,
	dropout: 0.2,
	inputShape: [3, SIDE, SIDE],
	stem: 4,
	stages: [[{ kernel: 3, expansion: 8, out: 8, squeezeExcite: true, stride: 2 }]]
});
const graph = buildNetwork(architecture, 'training-time');
const recipe: Recipe = {
	...RECIPES.shipped,
	epochs: 20,
	batch: 4,
	trainingSeeds: { first: 0, count: 8 }
};

/** Class 0 is light above, class 1 light below. */
function batchOf(step: number): Batch {
	const values = new Float32Array(4 * SIDE * SIDE * 3);
	const labels = Int32Array.from([0, 1, 0, 1]);
	labels.forEach((label, picture) => {
		for (let at = 0; at < SIDE * SIDE * 3; at++) {
			const above = at < (SIDE * SIDE * 3) / 2;
			const grain = (((at + 7 * picture + 3 * step) * 31) % 17) / 40;
			values[picture * SIDE * SIDE * 3 + at] = (above === (label === 0) ? 1 : -1) + grain;
		}
	});
	return { count: 4, side: SIDE, values, labels };
}

const first = (): TrainerState => ({
	step: 0,
	weights: firstWeights(graph, 5),
	velocities: new Map()
});

const create = () => new Trainer(graph, recipe, first());

async function takeSteps(trainer: Trainer, count: number): Promise<number[]> {
	const losses: number[] = [];
	for (let i = 0; i < count; i++) losses.push(await trainer.train(batchOf(trainer.step)));
	return losses;
}

beforeAll(useTrainingKernels);

describe.each(['cpu', 'wasm'] as const)('a trainer on %s', (backend) => {
	useBackend(backend);

	test('learns', async () => {
		const trainer = create();
		const losses = await takeSteps(trainer, 30);
		expect(losses[0]).toBeGreaterThan(0.5);
		expect(losses.at(-1)).toBeLessThan(0.3);
		trainer.dispose();
	});

	test('goes on from its own state to the same bits', async () => {
		const whole = create();
		await takeSteps(whole, 7);
		const expected = await whole.state();
		whole.dispose();

		const first = create();
		await takeSteps(first, 3);
		const middle = await first.state();
		first.dispose();
		const second = new Trainer(graph, recipe, middle);
		await takeSteps(second, 4);
		const found = await second.state();
		second.dispose();

		expect(found.step).toBe(7);
		expect(found.velocities.size).toBeGreaterThan(20);
		expect(found).toEqual(expected);
	});

	test('keeps the number of tensors', async () => {
		const trainer = create();
		await takeSteps(trainer, 2);
		const before = tf.memory().numTensors;
		await takeSteps(trainer, 10);
		expect(tf.memory().numTensors).toBe(before);
		trainer.dispose();
	});

	test('stops at a loss that is no number', async () => {
		const trainer = create();
		const batch = batchOf(0);
		batch.values[5] = NaN;
		await expect(trainer.train(batch)).rejects.toThrow(
			'Step 0: expected a finite loss, found NaN.'
		);
		trainer.dispose();
	});
});

test('memory stays flat over 1,000 steps', async () => {
	await tf.setBackend('wasm');
	const memory = () => {
		const { wasm } = tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } };
		return { tensors: tf.memory().numTensors, heap: wasm.HEAPU8.length };
	};
	const trainer = new Trainer(graph, { ...recipe, epochs: 1000 }, first());
	await takeSteps(trainer, 20);
	const before = memory();
	await takeSteps(trainer, 980);
	expect(trainer.step).toBe(1000);
	expect(memory()).toEqual(before);
	trainer.dispose();
});

test.each(['cpu', 'wasm'] as const)(
	'momentum is that of TensorFlow.js’s own optimiser, on %s',
	async (backend) => {
		await tf.setBackend(backend);
		const start = [0.5, -2, 3];
		const [ours, theirs, velocity] = [start, start, [0, 0, 0]].map((values) =>
			tf.variable(tf.tensor1d(values))
		) as [tf.Variable, tf.Variable, tf.Variable];
		const optimizer = tf.train.momentum(1, 0.9);
		for (const learningRate of [0.1, 0.3, 0.2]) {
			const gradient = tf.tensor1d([1, learningRate, -4]);
			optimizer.setLearningRate(learningRate);
			optimizer.applyGradients([{ name: theirs.name, tensor: gradient }]);
			const learned = [{ weight: ours, velocity, gradient, decay: 0 }];
			momentumStep(learned, { learningRate, momentum: 0.9 });
		}
		expect([...ours.dataSync()]).not.toEqual(start);
		ours.dataSync().forEach((value, index) => {
			expect(value).toBeCloseTo(theirs.dataSync()[index]!, 6);
		});
	}
);

test('kernels shrink, batch norms and biases do not', async () => {
	await tf.setBackend('cpu');
	const only = { ...recipe, peakRate: 0.1, warmUp: 0, momentum: 0, weightDecay: 0.5 };
	const start = first();
	const states = [];
	for (const weightDecay of [0, only.weightDecay]) {
		const trainer = new Trainer(graph, { ...only, weightDecay }, start);
		await trainer.train(batchOf(0));
		states.push((await trainer.state()).weights);
		trainer.dispose();
	}
	const [without, shrunk] = states as [(typeof states)[0], (typeof states)[0]];
	for (const [key, { shape, data }] of without) {
		const first = start.weights.get(key)!.data;
		const expected = data.map((value, index) =>
			shape.length > 1 ? value - 0.1 * 0.5 * first[index]! : value
		);
		shrunk.get(key)!.data.forEach((value, index) => {
			expect(value, key).toBeCloseTo(expected[index]!, 6);
		});
	}
});
