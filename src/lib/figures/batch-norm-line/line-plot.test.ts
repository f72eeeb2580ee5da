import { describe, expect, it } from 'vitest';
import { interceptPlace, linePath, placeOf, SIDE, slopeTriangle } from './line-plot.ts';

it('puts the origin in the middle and x and y on one scale', () => {
	expect(placeOf(0, 0)).toEqual({ x: SIDE / 2, y: SIDE / 2 });
	expect(placeOf(-6, 6)).toEqual({ x: 0, y: 0 });
	expect(linePath({ slope: 1, intercept: 0 })).toBe(`M0 ${SIDE}L${SIDE} 0`);
});

describe('slope and intercept', () => {
	it('are marked on the line', () => {
		const line = { slope: 1.5, intercept: -3.5 };
		expect(interceptPlace(line)).toEqual(placeOf(0, -3.5));
		expect(slopeTriangle(line, 0)).toEqual({ from: placeOf(3, 1), to: placeOf(4, 2.5) });
	});

	it('are marked elsewhere when they would leave the plot', () => {
		expect(slopeTriangle({ slope: 4, intercept: 0 }, 4)?.from).toEqual(placeOf(0, 0));
	});

	it('keep away from the mean', () => {
		const line = { slope: 1.5, intercept: -3.5 };
		expect(slopeTriangle(line, 3)?.from).toEqual(placeOf(4, 2.5));
	});

	it('are not marked outside the plot', () => {
		expect(interceptPlace({ slope: 0, intercept: 6.5 })).toBeNull();
		expect(slopeTriangle({ slope: 0, intercept: 6.5 }, 0)).toBeNull();
		expect(slopeTriangle({ slope: 300, intercept: 1 }, 0)).toBeNull();
	});
});
