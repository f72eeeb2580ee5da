import { describe, expect, it } from 'vitest';
import { createArchitecture } from '#lib/core/network/architecture.ts';
import { bytesMoved, countGraph } from '#lib/core/cost/counts.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { fakeNetwork } from '../../../../tests/support/fake-engine.ts';
import { formInfoFor, resolveLayer } from './form-info.ts';

const network = fakeNetwork(0.5, { classes: 1000 });

describe('formInfoFor', () => {
	it('is the engine’s own for the network’s size', () => {
		expect(formInfoFor(network, 'folded', [3, 224, 224])).toBe(network.forms.folded);
	});

	it('counts anew for a tensor of another size', () => {
		const info = formInfoFor(network, 'folded', [3, 96, 160]);
		const graph = buildNetwork(createArchitecture('repghostnet', { width: 0.5 }), 'folded');
		const costs = countGraph(graph, [1, 3, 96, 160]);
		expect(info.macs).toBe(costs.macs);
		expect(info.bytesMoved).toBe(bytesMoved(costs));
		expect(info.layers[0]?.shape).toEqual([8, 48, 80]);
		expect(info.layers.at(-1)?.shape).toEqual([1000, 1, 1]);
	});

	it('counts anew for a network of its own table, too', () => {
		const architecture = createArchitecture('repghostnet', {
			head: 8,
			classes: 4,
			stages: [[{ kernel: 3, expansion: 8, out: 8, squeezeExcite: false, stride: 2 }]]
		});
		const info = formInfoFor(fakeNetwork(1, { architecture }), 'folded', [3, 40, 24]);
		expect(info.layers.find(({ name }) => name === 'blocks.0.0')?.shape).toEqual([8, 10, 6]);
	});

	it('refuses another number of channels, and a form that is not there', () => {
		expect(() => formInfoFor(network, 'folded', [1, 96, 96])).toThrow(
			'The picture: expected 3 channels, found 1'
		);
		const folded = fakeNetwork(0.5, { forms: { folded: network.forms.folded! } });
		expect(() => formInfoFor(folded, 'training-time', [3, 224, 224])).toThrow(
			'no training-time form'
		);
	});
});

describe('resolveLayer', () => {
	const folded = network.forms.folded!.layers;

	it('takes the layer asked for, or the nearest around it', () => {
		expect(resolveLayer('conv_stem', folded)).toBe('conv_stem');
		expect(resolveLayer('blocks.2.0.ghost1.fusion_bn', folded)).toBe('blocks.2.0.ghost1');
	});

	it('falls back to one of its own for names that lead nowhere', () => {
		expect(resolveLayer(null, folded)).toBe('blocks.4.0.ghost1');
		expect(resolveLayer('nowhere', folded)).toBe('blocks.4.0.ghost1');
		expect(resolveLayer(null, folded.slice(0, 1))).toBe(folded[0]!.name);
		const small = folded.filter(({ name }) => /^(conv_stem|blocks\.[0-3])/.test(name));
		expect(resolveLayer(null, small)).toBe('blocks.1.0.ghost1');
	});
});
