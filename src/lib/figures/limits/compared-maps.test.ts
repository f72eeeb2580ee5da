import { describe, expect, it } from 'vitest';
import { differenceScale, largestPlace, planeOf, sharedScale } from './compared-maps.ts';

const maps = { shape: [1, 2, 2, 3], data: Float32Array.of(1, 2, 3, 4, 5, 6, 0, 0, 1, -9, 2, 0) };

it('planeOf is one channel', () => {
	expect(planeOf(maps, 1)).toEqual({
		values: Float32Array.of(0, 0, 1, -9, 2, 0),
		rows: 2,
		columns: 3
	});
});

it('largestPlace looks at sizes', () => {
	expect(largestPlace(planeOf(maps, 0))).toEqual({ row: 1, column: 2 });
	expect(largestPlace(planeOf(maps, 1))).toEqual({ row: 1, column: 0 });
});

describe('scales', () => {
	it('are shared by both tensors and all channels', () => {
		const other = { shape: [1, 1, 1, 1], data: Float32Array.of(12) };
		expect(sharedScale(maps, other)).toEqual({ kind: 'signed', low: -12, high: 12 });
	});

	it('reach as far as the difference, and leave rounding white', () => {
		const apart = { difference: 0.4, tolerance: 1e-5, within: false };
		expect(differenceScale(apart)).toEqual({ kind: 'signed', low: -0.4, high: 0.4 });
		expect(differenceScale({ ...apart, difference: 1e-7, within: true }).high).toBe(1);
	});
});
