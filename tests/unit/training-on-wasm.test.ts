/** Training steps on wasm with the kernels: the same bits every time, and memory that stays as it is. */
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createArchitecture, type Family } from '#lib/core/network/architecture.ts';
import type { Branch } from '#lib/core/graph.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { NETWORK_GAINS, randomPicture, randomStateDict } from '#lib/core/network/random-weights.ts';
import { disposeWeights, uploadMaps, uploadWeights } from '#lib/model/layout.ts';
import { runTraining, updateRunningStatistics } from '#lib/model/train-mode.ts';
import { momentumStep } from '#lib/model/training-updates.ts';
import { useTrainingKernels } from '../support/training-kernels.ts';

beforeAll(async () => {
	await useTrainingKernels();
	expect(await tf.setBackend('wasm')).toBe(true);
});

function graphOf(family: Family, branch: Branch) {
	const architecture = createArchitecture(family, {
		branch,
		classes: 5,
		head: 12,
		dropout: 0.3,
		inputShape: [3, 12, 12],
		stages: [
			[{ kernel: 3, expansion: 8, out: 16, squeezeExcite: false, stride: 1 }],
			[{ kernel: 5, expansion: 12, out: 20, squeezeExcite: true, stride: 2 }]
		]
	});
	const graph = buildNetwork(architecture, 'training-time');
	return { graph, state: randomStateDict(graph, 1, NETWORK_GAINS[family]) };
}

/** Trains on one batch and calls `each` after every step; returns the bytes of all weights. */
function trainSteps(family: Family, branch: Branch, steps: number, each: (step: number) => void) {
	const { graph, state } = graphOf(family, branch);
	const start = uploadWeights(graph, state);
	const weights = new Map([...start].map(([key, value]) => [key, tf.variable(value)]));
	const learned = [...weights].filter(([key]) => !key.includes('running_'));
	const velocities = new Map(
		learned.map(([key, value]) => [key, tf.variable(tf.zerosLike(value))])
	);
	const input = uploadMaps(randomPicture([4, 3, 12, 12], 1));
	for (let step = 0; step < steps; step++) {
		let statistics: ReturnType<typeof runTraining>['statistics'] = new Map();
		const { value, grads } = tf.variableGrads(
			() => {
				const run = runTraining(graph, weights, input, step);
				statistics = run.statistics;
				return tf.mean(tf.square(run.output)) as tf.Scalar;
			},
			learned.map(([, variable]) => variable)
		);
		momentumStep(
			learned.map(([key, weight]) => ({
				weight,
				velocity: velocities.get(key)!,
				gradient: grads[weight.name]!,
				decay: 1e-4
			})),
			{ learningRate: 0.01, momentum: 0.9 }
		);
		for (const [key, updated] of updateRunningStatistics(weights, statistics)) {
			weights.get(key)!.assign(updated);
			updated.dispose();
		}
		for (const { mean, variance } of statistics.values()) tf.dispose([mean, variance]);
		tf.dispose([value, ...Object.values(grads)]);
		each(step);
	}
	const values = [...weights.values()].map((weight) => weight.dataSync().slice());
	disposeWeights(start);
	tf.dispose([input, ...weights.values(), ...velocities.values()]);
	return values;
}

const NETWORKS: [Family, Branch][] = [
	['repghostnet', 'bn'],
	['repghostnet', 'identity'],
	['repghostnet', 'both'],
	['repghostnet', 'none'],
	['ghostnet', 'none']
];

describe.each(NETWORKS)('%s, branch: %s', (family, branch) => {
	test('two trainings end at the same bits, all of them numbers', () => {
		const ignore = () => undefined;
		const first = trainSteps(family, branch, 5, ignore);
		expect(trainSteps(family, branch, 5, ignore)).toEqual(first);
		expect(first.every((values) => values.every(Number.isFinite))).toBe(true);
	});
});

/** Bytes of the backend's whole memory, which only ever grows. */
function heapBytes(): number {
	const { wasm } = tf.backend() as unknown as {
		wasm: { asm: { memory: WebAssembly.Memory } };
	};
	return wasm.asm.memory.buffer.byteLength;
}

test('memory is flat over 1,000 steps', () => {
	let tensors = 0;
	let heap = 0;
	trainSteps('repghostnet', 'bn', 1000, (step) => {
		if (step === 50) {
			tensors = tf.memory().numTensors;
			heap = heapBytes();
		}
		if (step > 50) expect(tf.memory().numTensors).toBe(tensors);
	});
	expect(heapBytes()).toBe(heap);
});
