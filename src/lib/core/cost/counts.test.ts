import { describe, expect, test } from 'vitest';
import {
	createArchitecture,
	PUBLISHED_WIDTHS,
	type Family
} from '#lib/core/network/architecture.ts';
import { bytesMoved, countGraph } from './counts.ts';
import type { Form } from '#lib/core/graph.ts';
import { buildModule } from '#lib/core/network/modules.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { graphParameters } from '#lib/core/network/parameters.ts';
import { sizeOf } from '#lib/core/tensor.ts';
import { readFixtureJson } from '../../../../tests/support/fixtures.ts';

interface FormFacts {
	readonly all_params: number;
	readonly macs: number;
	readonly state_tensors_without_num_batches_tracked: number;
	readonly float_values_in_state_dict: number;
	readonly batchnorms: number;
	readonly convs: number;
}
type Facts = Record<Family, Record<string, Record<string, FormFacts>>>;

const facts = readFixtureJson<Facts>('facts.json');
const formNames: Record<Form, string[]> = {
	'training-time': ['train', 'eval'],
	deploy: ['deploy'],
	folded: ['folded']
};
const cases = (['repghostnet', 'ghostnet'] as const).flatMap((family) =>
	PUBLISHED_WIDTHS[family].flatMap((width) =>
		(Object.keys(formNames) as Form[]).flatMap((form) => {
			const networkFacts = facts[family][width.toFixed((width * 10) % 1 ? 2 : 1)]!;
			const formFacts = formNames[form].map((name) => networkFacts[name]).find(Boolean);
			return formFacts ? [{ family, width, form, expected: formFacts }] : [];
		})
	)
);

test('facts cover eight RepGhostNets in three forms and three GhostNets in two', () => {
	expect(cases).toHaveLength(8 * 3 + 3 * 2);
});

describe.each(cases)('$family $width, $form', ({ family, width, form, expected }) => {
	const graph = buildNetwork(createArchitecture(family, { width }), form);
	const cost = countGraph(graph, [1, 3, 224, 224]);
	const tensors = [...graphParameters(graph).values()];
	const count = (kind: string) =>
		graph.nodes.filter(({ operation }) => operation.kind === kind).length;

	test('parameters and MACs', () => {
		expect(cost.parameters).toBe(expected.all_params);
		expect(cost.macs).toBe(expected.macs);
	});
	test('tensors of the state dict', () => {
		expect(tensors).toHaveLength(expected.state_tensors_without_num_batches_tracked);
		expect(tensors.reduce((sum, { shape }) => sum + sizeOf(shape), 0)).toBe(
			expected.float_values_in_state_dict
		);
	});
	test('numbers of convolutions and batch norms', () => {
		expect(count('batch-norm')).toBe(expected.batchnorms);
		expect(count('convolution')).toBe(expected.convs);
	});
	test('the outermost layers cover every node once', () => {
		const outer = graph.layers.filter(
			(layer) =>
				!graph.layers.some(
					(other) => other !== layer && layer.nodes.every((node) => other.nodes.includes(node))
				)
		);
		const sum = outer.reduce((total, { name }) => total + cost.layers.get(name)!.macs, 0);
		expect(sum).toBe(expected.macs);
		expect(outer.flatMap(({ nodes }) => nodes)).toEqual(graph.nodes.map(({ name }) => name));
	});
});

test('GhostNet 1.0x at 224 moves 22,027,264 bytes in its 32 concatenations', () => {
	const graph = buildNetwork(createArchitecture('ghostnet'), 'training-time');
	const { nodes } = countGraph(graph, [1, 3, 224, 224]);
	const concats = graph.nodes.filter(({ operation }) => operation.kind === 'concat');
	expect(concats).toHaveLength(32);
	const bytes = concats.reduce((sum, { name }) => sum + nodes.get(name)!.activationBytes, 0);
	expect(bytes).toBe(22_027_264);
});

test('bytes of a module by hand: RepGhost, 2 → 2 channels, 4 × 4, folded', () => {
	const graph = buildModule({
		family: 'repghost',
		inChannels: 2,
		outChannels: 2,
		relu: true,
		branch: 'bn',
		form: 'folded'
	});
	const cost = countGraph(graph, [1, 2, 4, 4]);
	// 1×1, ReLU, depthwise, ReLU: each reads 32 values and writes 32; weights 4 + 2 and 18 + 2.
	expect(cost.activationBytes).toBe(4 * (4 * 64));
	expect(cost.weightBytes).toBe(4 * (6 + 20));
	expect(bytesMoved(cost)).toBe(cost.activationBytes + cost.weightBytes);
	expect(cost.macs).toBe(16 * 2 * 2 + 16 * 2 * 9);
	// Never more than one input and one output alive at a time.
	expect(cost.peakActivationBytes).toBe(4 * 64);
});

test('memory: the branches keep the primary maps alive until they are added', () => {
	const plan = {
		family: 'repghost',
		inChannels: 2,
		outChannels: 2,
		relu: true,
		branch: 'bn'
	} as const;
	const cost = countGraph(buildModule({ ...plan, form: 'training-time' }), [1, 2, 4, 4]);
	// At the addition: depthwise branch, BN branch and their sum.
	expect(cost.peakActivationBytes).toBe(4 * 96);
});

test('dropout costs nothing at inference', () => {
	const graph = buildNetwork(createArchitecture('repghostnet', { width: 0.5 }), 'folded');
	expect(bytesMoved(countGraph(graph, [1, 3, 64, 64]).nodes.get('dropout')!)).toBe(0);
});
