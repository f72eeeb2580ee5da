import { expect, it } from 'vitest';
import { createTensor, type Tensor } from '#lib/core/tensor.ts';
import { channelMap, shareScales, wireMaps } from './wire-maps.ts';

const maps = (channels: number, ...values: number[]): Tensor =>
	createTensor([1, channels, 1, values.length / channels], Float32Array.from(values));

const signed = maps(2, -3, 1, 0, 2);
const unsigned = maps(1, 0, 5);

it('shares one scale among maps with negative values, and one among the rest', () => {
	const scales = shareScales([signed, unsigned, maps(1, -1, 2), maps(1, 2, 2)]);
	expect(scales.signed).toEqual({ kind: 'signed', low: -3, high: 3 });
	expect(scales.unsigned).toEqual({ kind: 'unsigned', low: 0, high: 5 });
	expect(channelMap(signed, 0, scales).scale.kind).toBe('signed');
	expect(channelMap(unsigned, 0, scales).scale.kind).toBe('unsigned');
});

it('has no scale where there is nothing to show', () => {
	expect(shareScales([unsigned]).signed).toBeNull();
	expect(shareScales([maps(1, 0, 0)]).unsigned).toBeNull();
});

it('shows the chosen channel, and the first where there are fewer', () => {
	const shown = wireMaps(
		new Map([
			['two', signed],
			['one', unsigned]
		]),
		1,
		shareScales([signed, unsigned])
	);
	expect(Array.from(shown.get('two')!.values)).toEqual([0, 2]);
	expect(Array.from(shown.get('one')!.values)).toEqual([0, 5]);
});
