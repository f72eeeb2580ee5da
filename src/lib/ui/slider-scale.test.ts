import { expect, it } from 'vitest';
import { positionOf, shareOf, valueAt } from './slider-scale.ts';

it('leaves a linear value as it is', () => {
	expect(positionOf(-1.5, 'linear')).toBe(-1.5);
	expect(valueAt(-1.5, 'linear')).toBe(-1.5);
	expect(shareOf(1, -3, 5, 'linear')).toBe(0.5);
});

it('counts powers of ten', () => {
	expect(positionOf(0.001, 'log')).toBeCloseTo(-3, 12);
	expect(valueAt(-3, 'log')).toBe(0.001);
	expect(valueAt(-2.5, 'log')).toBe(0.00316);
	expect(shareOf(1e-3, 1e-5, 1e-1, 'log')).toBeCloseTo(0.5, 12);
});
