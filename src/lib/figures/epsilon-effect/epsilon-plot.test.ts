import { describe, expect, it } from 'vitest';
import { curvePath, pointPlace, RIGHT_PATH, varianceAt } from './epsilon-plot.ts';
import { scaleRatio } from './epsilon-effect.ts';

describe('the chart of ε', () => {
	it('puts the reader’s point on the curve', () => {
		const { left, top } = pointPlace(1e-7, scaleRatio(1e-7, 1e-3));
		expect(curvePath(1e-3).startsWith(`M${left} ${Number(top.toFixed(3))}L`)).toBe(true);
	});

	it('is the line of the right ε when ε is right', () => {
		const heights = curvePath(1e-5)
			.slice(1)
			.split('L')
			.map((place) => Number(place.split(' ')[1]));
		expect(
			heights.every(
				(height) => Math.abs(height - Number(/M0 ([\d.]+)H/.exec(RIGHT_PATH)![1])) < 1e-2
			)
		).toBe(true);
	});

	it('keeps a point above the chart inside', () => {
		expect(pointPlace(1e-6, scaleRatio(1e-6, 1e-7)).top).toBe(0);
	});

	it('goes from a place back to the variance', () => {
		expect([0, 0.5, 1].map(varianceAt)).toEqual([1e-7, 0.001, 10]);
	});
});
