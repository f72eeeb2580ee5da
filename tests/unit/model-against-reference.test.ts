/** The TensorFlow.js model against the plain reference, over random networks; and what it leaves behind. */
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createArchitecture, type Architecture } from '#lib/core/network/architecture.ts';
import { foldStateDict } from '#lib/core/fold/fold-network.ts';
import type { Branch, Form } from '#lib/core/graph.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { NETWORK_GAINS, randomPicture, randomStateDict } from '#lib/core/network/random-weights.ts';
import { evaluateGraph as evaluateReference } from '#lib/core/reference.ts';
import { evaluateSteps } from '#lib/model/evaluate.ts';
import {
	channelsFirst,
	disposeWeights,
	downloadMaps,
	downloadWeight,
	uploadMaps,
	uploadWeights
} from '#lib/model/layout.ts';
import { runTraining } from '#lib/model/train-mode.ts';
import { runModel } from '../support/run-model.ts';
import { useBackend } from '../support/tensorflow.ts';

const rows = fc.record({
	kernel: fc.constantFrom(3, 5),
	expansion: fc.integer({ min: 4, max: 24 }),
	out: fc.integer({ min: 4, max: 16 }),
	squeezeExcite: fc.boolean(),
	stride: fc.constantFrom(1, 2)
});

const architectures: fc.Arbitrary<Architecture> = fc
	.record({
		family: fc.constantFrom('repghostnet' as const, 'ghostnet' as const),
		branch: fc.constantFrom<Branch>('bn', 'identity', 'both', 'none'),
		width: fc.constantFrom(0.5, 0.73, 1, 1.3),
		classes: fc.integer({ min: 1, max: 12 }),
		inputShape: fc.tuple(
			fc.constantFrom(1, 3),
			fc.integer({ min: 1, max: 23 }),
			fc.integer({ min: 1, max: 23 })
		),
		identityShortcuts: fc.boolean(),
		stages: fc.array(fc.array(rows, { minLength: 1, maxLength: 2 }), {
			minLength: 1,
			maxLength: 3
		}),
		head: fc.integer({ min: 1, max: 20 })
	})
	.map(({ family, branch, ...changes }) =>
		createArchitecture(family, {
			...changes,
			branch: family === 'ghostnet' ? 'none' : branch
		})
	);

const SMALL = createArchitecture('repghostnet', {
	width: 0.5,
	classes: 4,
	head: 64,
	stages: [[{ kernel: 3, expansion: 8, out: 16, squeezeExcite: true, stride: 2 }]]
});

const forms = fc.constantFrom<Form>('training-time', 'deploy', 'folded');

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
	useBackend(backend);

	test('every node of any network, in every form, at odd sizes too', async () => {
		await fc.assert(
			fc.asyncProperty(architectures, forms, fc.nat(1000), async (architecture, form, seed) => {
				const training = buildNetwork(architecture, 'training-time');
				const graph = buildNetwork(architecture, form);
				const random = randomStateDict(training, seed, NETWORK_GAINS[architecture.family]);
				const state = foldStateDict(training, random, form);
				const picture = randomPicture([1, ...architecture.inputShape], seed);
				const names = graph.nodes.map(({ name }) => name);
				const expected = evaluateReference(graph, state, picture);
				const found = await runModel(graph, state, picture, names);
				for (const name of names) {
					const { data } = expected.get(name)!;
					const scale = data.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
					const values = found.get(name)!.data;
					expect(values).toHaveLength(data.length);
					const error = data.reduce(
						(most, value, index) => Math.max(most, Math.abs(value - values[index]!)),
						0
					);
					expect(error / scale, name).toBeLessThan(1e-5);
				}
			}),
			{ numRuns: 60 }
		);
	});

	test('a pass that is ended half-way frees its tensors', () => {
		const graph = buildNetwork(createArchitecture('repghostnet', { width: 0.5 }), 'folded');
		const random = buildNetwork(createArchitecture('repghostnet', { width: 0.5 }), 'training-time');
		const state = randomStateDict(random, 1, NETWORK_GAINS.repghostnet);
		const weights = uploadWeights(graph, foldStateDict(random, state, 'folded'));
		const input = uploadMaps(randomPicture([1, 3, 32, 32], 1));
		const before = tf.memory().numTensors;
		const steps = evaluateSteps(
			graph,
			weights,
			input,
			graph.nodes.map(({ name }) => name)
		);
		for (let step = 0; step < 20; step++) steps.next();
		expect(tf.memory().numTensors).toBeGreaterThan(before);
		steps.return(new Map());
		expect(tf.memory().numTensors).toBe(before);
		input.dispose();
		disposeWeights(weights);
	});

	test('maps and weights come back as they went', async () => {
		const picture = randomPicture([2, 3, 5, 4], 7);
		const maps = uploadMaps(picture);
		expect(maps.shape).toEqual([2, 5, 4, 3]);
		expect(await downloadMaps(maps)).toEqual(picture);
		maps.dispose();

		const graph = buildNetwork(SMALL, 'training-time');
		const state = randomStateDict(graph, 1, NETWORK_GAINS.repghostnet);
		const weights = uploadWeights(graph, state);
		const nodes = new Map(graph.nodes.map((node) => [node.name, node]));
		for (const [key, weight] of weights) {
			const node = nodes.get(key.slice(0, key.lastIndexOf('.')))!;
			expect((await downloadWeight(node, weight)).data, key).toEqual(state.get(key)!.data);
		}
		disposeWeights(weights);
	});

	test('weights of another network are refused before any tensor is made', () => {
		const graph = buildNetwork(createArchitecture('repghostnet', { width: 0.5 }), 'folded');
		const other = buildNetwork(createArchitecture('repghostnet', { width: 1 }), 'training-time');
		const state = randomStateDict(other, 1, NETWORK_GAINS.repghostnet);
		const before = tf.memory().numTensors;
		expect(() => uploadWeights(graph, state)).toThrow(
			'conv_stem.weight: expected 8 × 3 × 3 × 3, found 16 × 3 × 3 × 3.'
		);
		expect(tf.memory().numTensors).toBe(before);
	});
});

test('channelsFirst by hand: two pixels of three channels', () => {
	const found = channelsFirst(Float32Array.of(1, 2, 3, 4, 5, 6), [1, 1, 2, 3]);
	expect([...found]).toEqual([1, 4, 2, 5, 3, 6]);
});

describe('training mode on cpu', () => {
	useBackend('cpu');
	const graph = buildNetwork(SMALL, 'training-time');
	const state = randomStateDict(graph, 5, NETWORK_GAINS.repghostnet);

	function trainOnce(batch: number, seed: number): number[] {
		const weights = uploadWeights(graph, state);
		const input = uploadMaps(randomPicture([batch, 3, 16, 16], 1));
		const output = tf.tidy(() => {
			const run = runTraining(graph, weights, input, seed);
			for (const { mean, variance } of run.statistics.values()) tf.dispose([mean, variance]);
			return Array.from(run.output.dataSync());
		});
		input.dispose();
		disposeWeights(weights);
		return output;
	}

	test('dropout follows its seed', () => {
		expect(trainOnce(2, 1)).toEqual(trainOnce(2, 1));
		expect(trainOnce(2, 1)).not.toEqual(trainOnce(2, 2));
	});

	test('the output of one picture depends on the others of its batch', () => {
		const alone = trainOnce(2, 1).slice(0, 4);
		const together = trainOnce(3, 1).slice(0, 4);
		expect(alone).not.toEqual(together);
	});
});
