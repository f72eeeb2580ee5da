/**
 * Training mode against PyTorch, on the cpu backend and on wasm with the training kernels: outputs, losses,
 * every gradient, running statistics.
 */
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '#lib/core/graph.ts';
import { squeezeExciteChannels } from '#lib/core/network/squeeze-excite.ts';
import { graphParameters } from '#lib/core/network/parameters.ts';
import {
	disposeWeights,
	downloadMaps,
	downloadWeight,
	uploadMaps,
	uploadWeights,
	type Maps
} from '#lib/model/layout.ts';
import { runTraining, updateRunningStatistics, type TrainingRun } from '#lib/model/train-mode.ts';
import { errorOverTolerance, readFixtureCases, type FixtureCase } from '../support/fixtures.ts';
import {
	bottleneckGraph,
	moduleGraph,
	type BottleneckConfig,
	type ModuleConfig
} from '../support/plans.ts';
import { useBackend } from '../support/tensorflow.ts';
import { useTrainingKernels } from '../support/training-kernels.ts';

type Config = ModuleConfig & BottleneckConfig;
const cases = readFixtureCases<Config>('gradient');

test('the fixtures are all there', () => {
	expect(cases).toHaveLength(11);
});

function graphOf({ config, kind }: FixtureCase<Config>): Graph {
	if (kind !== 'repghost_bottleneck_grad') return moduleGraph(config, 'training-time');
	const reduced = config.se ? squeezeExciteChannels(config.mid) : 0;
	return bottleneckGraph(config, 'repghost', 'training-time', reduced);
}

/** The two losses of the fixtures. */
const LOSSES: Record<string, (output: Maps, r: Maps) => tf.Scalar> = {
	loss: (output) => tf.mean(tf.square(output)),
	loss2: (output, r) => tf.mean(tf.mul(r, output))
};

function disposeStatistics({ statistics }: Pick<TrainingRun, 'statistics'>) {
	for (const { mean, variance } of statistics.values()) tf.dispose([mean, variance]);
}

const runs = (['cpu', 'wasm'] as const).flatMap((backend) =>
	cases.map((fixture) => ({ backend, fixture, id: fixture.id }))
);

beforeAll(useTrainingKernels);

describe.each(runs)('$backend: $id', ({ backend, fixture }) => {
	useBackend(backend);
	const graph = graphOf(fixture);
	const nodes = new Map(graph.nodes.map((node) => [node.name, node]));
	const learned = [...graphParameters(graph).values()].filter(
		({ role }) => role === 'weight' || role === 'bias'
	);
	const expectClose = async (name: string, maps: tf.Tensor, node?: string) => {
		const found = node
			? await downloadWeight(nodes.get(node)!, maps)
			: maps.rank === 4
				? await downloadMaps(maps as Maps)
				: { shape: [1], data: (await maps.data()) as Float32Array };
		expect(errorOverTolerance(found, fixture.expected.get(name)!), name).toBeLessThanOrEqual(1);
	};

	test('output and updated running statistics', async () => {
		const weights = uploadWeights(graph, fixture.params);
		const x = uploadMaps(fixture.inputs.get('x')!);
		let statistics: TrainingRun['statistics'] = new Map();
		const output = tf.tidy(() => {
			const run = runTraining(graph, weights, x, 1);
			statistics = run.statistics;
			return run.output;
		});
		await expectClose('out', output);
		const updated = updateRunningStatistics(weights, statistics);
		const names = [...fixture.expected.keys()].filter((name) => name.startsWith('after/'));
		expect(updated.size).toBe(names.length);
		for (const [key, value] of updated) {
			await expectClose(`after/${key}`, value, key.slice(0, key.lastIndexOf('.')));
		}
		tf.dispose([output, x, ...updated.values()]);
		disposeStatistics({ statistics });
		disposeWeights(weights);
	});

	test.each([
		['loss', 'grad'],
		['loss2', 'grad2']
	])('%s and its gradients', async (loss, prefix) => {
		const weights = uploadWeights(graph, fixture.params);
		const x = uploadMaps(fixture.inputs.get('x')!);
		const r = uploadMaps(fixture.inputs.get('r')!);
		let statistics: TrainingRun['statistics'] = new Map();
		const gradients = tf.valueAndGrads((...tensors: tf.Tensor[]) => {
			const [input, ...values] = tensors;
			const replaced = new Map(weights);
			learned.forEach(({ key }, index) => replaced.set(key, values[index]!));
			const run = runTraining(graph, replaced, input as Maps, 1);
			statistics = run.statistics;
			return LOSSES[loss]!(run.output, r);
		});
		const { value, grads } = gradients([x, ...learned.map(({ key }) => weights.get(key)!)]);
		await expectClose(loss, value);
		await expectClose(`${prefix}/x`, grads[0]!);
		for (const [index, { key, node }] of learned.entries()) {
			await expectClose(`${prefix}/${key}`, grads[index + 1]!, node);
		}
		tf.dispose([value, x, r, ...grads]);
		disposeStatistics({ statistics });
		disposeWeights(weights);
	});
});
