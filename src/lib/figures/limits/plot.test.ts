import { describe, expect, it } from 'vitest';
import { linearAxis, logAxis, plotPath } from './plot.ts';

describe('axes', () => {
	it('run from 0 to 1', () => {
		expect([-1, 1, 5].map(linearAxis(-1, 5))).toEqual([0, 1 / 3, 1]);
	});

	it('run by powers of ten', () => {
		const axis = logAxis(1e-6, 1e2);
		expect(axis(1e-6)).toBeCloseTo(0, 12);
		expect(axis(1e-2)).toBeCloseTo(0.5, 12);
		expect(axis(1e2)).toBeCloseTo(1, 12);
	});
});

it('plotPath starts at the top for the largest y', () => {
	const points = [
		{ x: 0, y: 1 },
		{ x: 1, y: 0.25 }
	];
	expect(plotPath(points, linearAxis(0, 1), linearAxis(0, 1))).toBe('M0 0L100 75');
	expect(plotPath([], linearAxis(0, 1), linearAxis(0, 1))).toBe('');
});
