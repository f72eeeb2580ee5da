import { describe, expect, it } from 'vitest';
import { fuseModule, foldStateDict } from '#lib/core/fold/fold-network.ts';
import { batchNormOf, tensorOf } from '#lib/core/fold/fold.ts';
import { buildModule } from '#lib/core/network/modules.ts';
import { TOY_PLAN, TOY_STATE } from '#lib/core/fold/toy-module.ts';
import { composeColour, foldParts, kernelShape, signedScale, tapsOf } from './kernel-data.ts';
import type { Norm } from './props.ts';

const normOf = (name: string): Norm => {
	const { gamma, beta, mean, variance } = batchNormOf(TOY_STATE, name);
	return { gamma: gamma.data, beta: beta.data, mean: mean.data, variance: variance.data };
};
const tensor = (key: string) => {
	const { shape, data } = tensorOf(TOY_STATE, key);
	return { shape: [...shape], data };
};

describe('what folding adds up to', () => {
	const trained = {
		kernel: tensor('cheap_operation.0.weight'),
		bias: null,
		norm: normOf('cheap_operation.1'),
		branches: [normOf('fusion_bn.0')]
	};
	const { kernel, bias } = fuseModule(TOY_STATE, { name: '', branch: 'bn' });

	it.each([0, 1])('is the folded kernel and bias of channel %i', (channel) => {
		const { taps, scale, shift, branches } = foldParts(trained, channel);
		const [branch] = branches;
		const sum = taps.map((tap, at) => tap * scale + branch!.delta[at]! * branch!.scale);
		tapsOf(kernel, channel).forEach((tap, at) => expect(sum[at]).toBeCloseTo(tap, 5));
		expect(shift + branch!.shift).toBeCloseTo(bias.data[channel]!, 5);
	});

	it('of a 1×1 convolution is its taps times the scale', () => {
		const folded = foldStateDict(buildModule(TOY_PLAN), TOY_STATE, 'folded');
		const own = tensor('primary_conv.0.weight');
		const parts = { kernel: own, bias: null, norm: normOf('primary_conv.1'), branches: [] };
		const { taps, scale } = foldParts(parts, 1);
		const expected = tapsOf(folded.get('primary_conv.0.weight')!, 1);
		taps.forEach((tap, at) => expect(tap * scale).toBeCloseTo(expected[at]!, 5));
	});

	it('of a plain identity adds 1 to the centre', () => {
		const { branches } = foldParts({ ...trained, branches: [null] }, 0);
		expect(branches[0]).toMatchObject({ scale: 1, shift: 0 });
		expect([...branches[0]!.delta]).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0]);
	});
});

it('tells matrices, squares and planes apart', () => {
	const layouts = [
		[8, 4, 1, 1],
		[10, 8],
		[8, 1, 3, 3],
		[16, 3, 3, 3]
	].map((shape) => kernelShape({ shape }).layout);
	expect(layouts).toEqual(['matrix', 'matrix', 'depthwise', 'planes']);
	expect(tapsOf({ shape: [2, 2], data: Float32Array.of(1, 2, 3, 4) }, 1)).toEqual(
		Float32Array.of(3, 4)
	);
});

it('has zero in the middle of every scale', () => {
	expect(signedScale([0.5, 2], [-3])).toEqual({ kind: 'signed', low: -3, high: 3 });
	expect(signedScale([NaN, 0.25])).toMatchObject({ high: 0.25 });
});

it('composes three planes in colour, grey at zero', () => {
	const taps = new Float32Array(12);
	taps[0] = 2;
	taps[4] = -2;
	const { rgba, width } = composeColour(taps, 2, 2);
	expect(width).toBe(2);
	expect([...rgba.slice(0, 4)]).toEqual([255, 0, 128, 255]);
	expect([...rgba.slice(4, 8)]).toEqual([128, 128, 128, 255]);
});
