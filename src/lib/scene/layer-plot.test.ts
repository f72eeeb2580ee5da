import { describe, expect, it } from 'vitest';
import { plotLayers } from './layer-plot.ts';

const box = { width: 100, height: 122, withTolerance: true };
const layer = (difference: number, tolerance = 1e-5) => ({ difference, tolerance });

describe('layers over powers of ten', () => {
	const plot = plotLayers([layer(1e-7), layer(1e-6), layer(0), layer(NaN)], box);

	it('stand side by side, ten times as much as high up again', () => {
		expect(plot.dots.map((dot) => dot?.x)).toEqual([12.5, 37.5, 62.5, undefined]);
		// From 1e-7 at the foot, 100, to 1e-5 at the top, 0.
		expect(plot.dots[0]!.y).toBeCloseTo(100, 9);
		expect(plot.dots[1]!.y).toBeCloseTo(50, 9);
	});

	it('have a line of its own for an exact zero', () => {
		expect(plot.dots[2]!.y).toBe(plot.zero);
		expect(plot.zero).toBeGreaterThan(Math.max(...plot.ticks.map(({ at }) => at)));
	});

	it('have a tick at each power, from the top', () => {
		expect(plot.ticks.map(({ exponent }) => exponent)).toEqual([-5, -6, -7]);
	});

	it('draw the tolerance as steps over all layers', () => {
		expect(plot.tolerance).toMatch(/^M0,0/);
		expect(plot.tolerance).toMatch(/100,\S+$/);
		// All four are 1e-5, which is the top.
		expect(plot.tolerances).toEqual([0, 0, 0, 0]);
	});
});

it('leaves the tolerance out of the scale where it means nothing', () => {
	const { ticks } = plotLayers([layer(0.5), layer(3)], { ...box, withTolerance: false });
	expect(ticks.map(({ exponent }) => exponent)).toEqual([1, 0, -1]);
});

it('has a scale also where all is equal, or nothing is there', () => {
	expect(plotLayers([layer(0)], { ...box, withTolerance: false }).ticks).toHaveLength(2);
	expect(plotLayers([], box)).toMatchObject({ dots: [], tolerance: '' });
});

it('writes no more powers than there is room for', () => {
	const { ticks } = plotLayers([layer(1e-12), layer(1e9)], { ...box, withTolerance: false });
	expect(ticks.length).toBeLessThanOrEqual(7);
});
