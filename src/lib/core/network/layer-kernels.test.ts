import { describe, expect, it } from 'vitest';
import { foldStateDict } from '#lib/core/fold/fold-network.ts';
import { kernelLayer, kernelLayout, layerKernels } from './layer-kernels.ts';
import { buildNetwork } from './network.ts';
import { graphParameters } from './parameters.ts';
import { randomStateDict, NETWORK_GAINS } from './random-weights.ts';
import { SHIPPED_NETWORKS } from './shipped-networks.ts';

const shipped = (slug: string) => SHIPPED_NETWORKS.find((network) => network.slug === slug)!;
const { architecture } = shipped('scenes-repghost');
const training = buildNetwork(architecture, 'training-time');
const folded = buildNetwork(architecture, 'folded');

describe('the kernels of a layer', () => {
	it('of a 1×1 convolution: itself and its batch norm', () => {
		expect(layerKernels(training, 'blocks.1.0.ghost1.primary_conv')).toMatchObject([
			{
				node: 'blocks.1.0.ghost1.primary_conv.0',
				norm: 'blocks.1.0.ghost1.primary_conv.1',
				branches: [],
				folded: 'blocks.1.0.ghost1.primary_conv.0'
			}
		]);
	});

	it('of a depthwise convolution: with the branch that is added to it', () => {
		const [kernel] = layerKernels(training, 'blocks.1.0.ghost1.cheap_operation');
		expect(kernel).toMatchObject({
			node: 'blocks.1.0.ghost1.cheap_operation.0',
			norm: 'blocks.1.0.ghost1.cheap_operation.1',
			branches: [{ norm: 'blocks.1.0.ghost1.fusion_bn.0' }],
			folded: 'blocks.1.0.ghost1.cheap_operation'
		});
		expect(kernelLayout(kernel!.operation)).toBe('depthwise');
	});

	it('of a plain identity: a branch without a batch norm', () => {
		const graph = buildNetwork(shipped('scenes-repghost-identity').architecture, 'training-time');
		const [kernel] = layerKernels(graph, 'blocks.1.0.ghost1.cheap_operation');
		expect(kernel!.branches).toEqual([{ norm: null }]);
	});

	it('of a Ghost module: no branches, and the same names when folded', () => {
		const graph = buildNetwork(shipped('scenes-ghost').architecture, 'training-time');
		for (const { branches, node, folded: other } of layerKernels(graph, 'blocks.1.0.ghost1')) {
			expect([branches, other]).toEqual([[], node]);
		}
	});

	it('of a whole bottleneck: all of them, in running order', () => {
		expect(layerKernels(training, 'blocks.3.0').map(({ node }) => node)).toEqual([
			'blocks.3.0.ghost1.primary_conv.0',
			'blocks.3.0.ghost1.cheap_operation.0',
			'blocks.3.0.conv_dw',
			'blocks.3.0.ghost2.primary_conv.0',
			'blocks.3.0.ghost2.cheap_operation.0',
			'blocks.3.0.shortcut.0',
			'blocks.3.0.shortcut.2'
		]);
	});

	it('of a layer without weights: none', () => {
		expect(layerKernels(training, 'global_pool')).toEqual([]);
	});

	it('names a convolution of the folded form for every one of the other', () => {
		const state = randomStateDict(training, 1, NETWORK_GAINS.repghostnet);
		const keys = new Set(foldStateDict(training, state, 'folded').keys());
		const weights = new Set(graphParameters(folded).keys());
		for (const { name } of training.layers) {
			for (const kernel of layerKernels(training, name)) {
				expect(keys).toContain(`${kernel.folded}.weight`);
				expect(weights).toContain(`${kernel.folded}.weight`);
			}
		}
	});
});

it('counts the identity branch with the depthwise convolution', () => {
	expect(kernelLayer(training, 'blocks.1.0.ghost1.fusion_bn')).toBe(
		'blocks.1.0.ghost1.cheap_operation'
	);
	expect(kernelLayer(training, 'conv_stem')).toBe('conv_stem');
});

it('lays out the stem in planes, the head as a matrix', () => {
	const [stem, head] = ['conv_stem', 'classifier'].map(
		(name) => layerKernels(training, name)[0]!.operation
	);
	expect([kernelLayout(stem!), kernelLayout(head!)]).toEqual(['planes', 'matrix']);
});
