/** Modules and bottlenecks against PyTorch: every intermediate, every form, folded kernels; cpu and wasm. */
import { beforeAll, describe, expect, test } from 'vitest';
import { batchNormOf, fuseBatchNorm } from '#lib/core/fold/fold.ts';
import { foldStateDict, fuseModule } from '#lib/core/fold/fold-network.ts';
import { GraphBuilder, INPUT, type Form, type Graph } from '#lib/core/graph.ts';
import { addConvolution } from '#lib/core/convolution.ts';
import { squeezeExciteChannels } from '#lib/core/network/squeeze-excite.ts';
import { evaluateGraph as evaluateReference } from '#lib/core/reference.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import { errorOverTolerance, readFixtureCases, type FixtureCase } from '../support/fixtures.ts';
import {
	bottleneckGraph,
	moduleGraph,
	type BottleneckConfig,
	type ModuleConfig
} from '../support/plans.ts';
import { runModel } from '../support/run-model.ts';
import { useBackend } from '../support/tensorflow.ts';
import { useRunningKernels } from '../support/training-kernels.ts';

interface ConvolutionConfig {
	readonly cin: number;
	readonly cout: number;
	readonly k: number;
	readonly stride: number;
	readonly groups: number;
	readonly conv_bias: boolean;
}

const FORMS = ['training-time', 'deploy', 'folded'] as const satisfies Form[];

const convolutions = readFixtureCases<ConvolutionConfig>('bn_fold');
const repghostModules = readFixtureCases<ModuleConfig>('repghost_module');
const ghostModules = readFixtureCases<ModuleConfig>('ghost_module');
const bottlenecks = readFixtureCases<BottleneckConfig>('bottleneck');

test('the fixtures are all there', () => {
	expect(
		[convolutions, repghostModules, ghostModules, bottlenecks].map((list) => list.length)
	).toEqual([7, 24, 8, 24]);
});

/** The convolution `0` of a fixture, followed by the BN `1` unless it is folded. */
function convolutionGraph(config: ConvolutionConfig, folded: boolean): Graph {
	const { cin: inChannels, cout: outChannels, k: kernel, stride, groups } = config;
	const builder = new GraphBuilder();
	const plan = { inChannels, outChannels, kernel, stride, groups };
	const convolution = addConvolution(builder, INPUT, plan, '0', folded || config.conv_bias);
	const output = folded
		? convolution
		: builder.add('1', { kind: 'batch-norm', channels: outChannels }, convolution);
	return builder.finish(inChannels, output);
}

/** The node behind each name that the fixtures give to an intermediate of a module. */
function moduleNodes(graph: Graph, config: ModuleConfig, form: Form): Record<string, string> {
	const layer = (name: string) => graph.layers.find((candidate) => candidate.name === name)?.output;
	const nodes: Record<string, string | undefined> = {
		primary: layer('primary_conv'),
		cheap:
			form === 'training-time' || config.reparam === undefined
				? layer('cheap_operation')
				: undefined,
		fusion_0_bn: layer('fusion_bn'),
		fusion_0_identity: layer('primary_conv'),
		fusion_1_identity: layer('primary_conv'),
		sum: config.relu ? graph.nodes.find(({ name }) => name === 'relu')?.inputs[0] : graph.output,
		out: graph.output
	};
	return Object.fromEntries(
		Object.entries(nodes).filter((entry): entry is [string, string] => entry[1] !== undefined)
	);
}

function bottleneckNodes(graph: Graph): Record<string, string> {
	const names: Record<string, string> = { conv_dw: 'dw' };
	return {
		...Object.fromEntries(graph.layers.map(({ name, output }) => [names[name] ?? name, output])),
		out: graph.output
	};
}

/** Every expected tensor that the graph has a node for; at least the output. */
async function expectOutputs(
	{ params, inputs, expected }: FixtureCase<unknown>,
	training: Graph,
	graph: Graph,
	form: Form,
	nodes: Record<string, string>
) {
	const state = foldStateDict(training, params, form);
	const names = [...expected.keys()].filter((name) => nodes[name] !== undefined);
	expect(names).toContain('out');
	const input = inputs.get('x')!;
	const outputs = await runModel(
		graph,
		state,
		input,
		names.map((name) => nodes[name]!)
	);
	const reference = evaluateReference(graph, state, input);
	for (const name of names) {
		const oracle = reference.get(nodes[name]!)!;
		const oracleTensor: Tensor = { shape: oracle.shape, data: Float32Array.from(oracle.data) };
		const want = expected.get(name)!;
		expect(errorOverTolerance(outputs.get(nodes[name]!)!, want), name).toBeLessThanOrEqual(1);
		expect(errorOverTolerance(oracleTensor, want), `${name}, oracle`).toBeLessThanOrEqual(1);
	}
}

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
	useBackend(backend);
	// The page has them too.
	beforeAll(useRunningKernels);

	describe.each(convolutions)('$id', ({ config, params, inputs, expected }) => {
		const fused = fuseBatchNorm(
			params.get('0.weight')!,
			params.get('0.bias'),
			batchNormOf(params, '1')
		);

		test('folded kernel and bias', () => {
			expect(errorOverTolerance(fused.kernel, expected.get('kernel')!)).toBeLessThanOrEqual(1);
			expect(errorOverTolerance(fused.bias, expected.get('bias')!)).toBeLessThanOrEqual(1);
		});
		test.each([false, true])('output, folded: %s', async (folded) => {
			const graph = convolutionGraph(config, folded);
			const state = folded
				? new Map([
						['0.weight', fused.kernel],
						['0.bias', fused.bias]
					])
				: params;
			const output = (await runModel(graph, state, inputs.get('x')!)).get(graph.output)!;
			expect(errorOverTolerance(output, expected.get('out')!)).toBeLessThanOrEqual(1);
		});
	});

	describe.each(repghostModules)('$id', (fixture) => {
		const { config, params, expected } = fixture;
		test('fused kernel and bias', () => {
			const { kernel, bias } = fuseModule(params, { name: '', branch: config.reparam! });
			expect(errorOverTolerance(kernel, expected.get('fused_kernel')!)).toBeLessThanOrEqual(1);
			expect(errorOverTolerance(bias, expected.get('fused_bias')!)).toBeLessThanOrEqual(1);
		});
		test.each(FORMS)('%s', async (form) => {
			const graph = moduleGraph(config, form);
			const training = moduleGraph(config, 'training-time');
			await expectOutputs(fixture, training, graph, form, moduleNodes(graph, config, form));
		});
	});

	describe.each(ghostModules)('$id', (fixture) => {
		test.each(FORMS)('%s', async (form) => {
			const graph = moduleGraph(fixture.config, form);
			const training = moduleGraph(fixture.config, 'training-time');
			await expectOutputs(fixture, training, graph, form, moduleNodes(graph, fixture.config, form));
		});
	});

	describe.each(bottlenecks)('$id', (fixture) => {
		const { config, kind } = fixture;
		const family = kind === 'ghost_bottleneck' ? 'ghost' : 'repghost';
		const reduced = config.se ? squeezeExciteChannels(config.mid) : 0;
		test.each(FORMS)('%s', async (form) => {
			expect(reduced).toBe(config.se_reduced);
			const graph = bottleneckGraph(config, family, form, reduced);
			const training = bottleneckGraph(config, family, 'training-time', reduced);
			await expectOutputs(fixture, training, graph, form, bottleneckNodes(graph));
		});
	});
});
