/** What training runs as one, for each kind of module. */
import { describe, expect, test } from 'vitest';
import type { Branch } from '#lib/core/graph.ts';
import { buildBottleneck } from '#lib/core/network/bottleneck.ts';
import { GraphBuilder, INPUT } from '#lib/core/graph.ts';
import { buildModule } from '#lib/core/network/modules.ts';
import { planTraining, type TrainingStep } from './training-plan.ts';

/** `name = batchNorm + added, relu`, or the name of a node on its own. */
function describeStep(step: TrainingStep): string {
	if (step.kind === 'single') return step.node.name;
	const { batchNorm, added, relu, output } = step;
	const second = added === null ? '' : ` + ${typeof added === 'string' ? added : added.name}`;
	return `${output} = ${batchNorm.name}${second}${relu ? ', relu' : ''}`;
}

const module = (family: 'ghost' | 'repghost', branch: Branch, relu: boolean) =>
	planTraining(
		buildModule({
			...{ family, branch, relu, form: 'training-time', inChannels: 4, outChannels: 8 }
		} as const)
	).map(describeStep);

describe('a RepGhost module', () => {
	const primary = ['primary_conv.0', 'primary_conv.2 = primary_conv.1, relu', 'cheap_operation.0'];

	test('with a BN branch: two batch norms, their sum and its ReLU in one', () => {
		expect(module('repghost', 'bn', true)).toEqual([
			...primary,
			'relu = cheap_operation.1 + fusion_bn.0, relu'
		]);
	});

	test('with an identity branch: a batch norm, the maps and the ReLU in one', () => {
		expect(module('repghost', 'identity', true)).toEqual([
			...primary,
			'relu = cheap_operation.1 + primary_conv.2, relu'
		]);
	});

	test('with both, the second sum stands alone', () => {
		expect(module('repghost', 'both', true)).toEqual([
			...primary,
			'add = cheap_operation.1 + fusion_bn.0',
			'add_identity',
			'relu'
		]);
	});

	test('without a branch', () => {
		expect(module('repghost', 'none', true)).toEqual([
			...primary,
			'relu = cheap_operation.1, relu'
		]);
	});

	test('without ReLU', () => {
		expect(module('repghost', 'bn', false)).toEqual([
			'primary_conv.0',
			'primary_conv.1 = primary_conv.1',
			'cheap_operation.0',
			'add = cheap_operation.1 + fusion_bn.0'
		]);
	});
});

test('a Ghost module', () => {
	expect(module('ghost', 'none', true)).toEqual([
		'primary_conv.0',
		'primary_conv.2 = primary_conv.1, relu',
		'cheap_operation.0',
		'cheap_operation.2 = cheap_operation.1, relu',
		'concat'
	]);
});

test('a bottleneck adds the batch norm of its shortcut to the second module', () => {
	const graph = buildBottleneck({
		family: 'repghost',
		branch: 'bn',
		form: 'training-time',
		inChannels: 4,
		midChannels: 8,
		outChannels: 8,
		kernel: 3,
		stride: 2,
		squeezeExcite: 0,
		shortcut: 'convolution'
	});
	const steps = planTraining(graph).map(describeStep);
	expect(steps.at(-1)).toBe('add = shortcut.3 + ghost2.add');
	expect(steps).toContain('bn_dw = bn_dw');
});

test('a batch norm that others read too is not swallowed', () => {
	const builder = new GraphBuilder();
	builder.add('bn', { kind: 'batch-norm', channels: 4 }, INPUT);
	builder.add('relu', { kind: 'relu' }, 'bn');
	builder.add('sum', { kind: 'add' }, 'bn', 'relu');
	const graph = builder.finish(4, 'sum');
	expect(planTraining(graph).map(describeStep)).toEqual(['bn = bn', 'relu', 'sum']);
});

test('the output of the graph is not swallowed', () => {
	const builder = new GraphBuilder();
	builder.add('bn', { kind: 'batch-norm', channels: 4 }, INPUT);
	builder.add('relu', { kind: 'relu' }, 'bn');
	const graph = builder.finish(4, 'bn');
	expect(planTraining(graph).map(describeStep)).toEqual(['bn = bn', 'relu']);
});

test('a batch norm added to itself', () => {
	const builder = new GraphBuilder();
	builder.add('bn', { kind: 'batch-norm', channels: 4 }, INPUT);
	builder.add('sum', { kind: 'add' }, 'bn', 'bn');
	const graph = builder.finish(4, 'sum');
	expect(planTraining(graph).map(describeStep)).toEqual(['bn = bn', 'sum']);
});
