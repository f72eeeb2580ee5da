import { describe, expect, it } from 'vitest';
import { lineOf, otherSettings, RANGES, type Setting } from './batch-norm-line.ts';

const byHand: Setting = { gamma: 3, beta: 1, mean: 3, variance: 4 };

describe('lineOf', () => {
	it('is γ/√(σ² + ε) and β − μ·s', () => {
		const { slope, intercept } = lineOf(byHand);
		expect(slope).toBeCloseTo(3 / Math.sqrt(4 + 1e-5), 12);
		expect(intercept).toBeCloseTo(1 - 3 * slope, 12);
		expect(intercept).toBeCloseTo(-3.5, 4);
	});

	it('is steep where the variance is nought, and no more than ε allows', () => {
		expect(lineOf({ ...byHand, variance: 0 }).slope).toBeCloseTo(3 / Math.sqrt(1e-5), 3);
	});

	it('keeps its slope when only the mean moves', () => {
		const moved = lineOf({ ...byHand, mean: -2 });
		expect(moved.slope).toBe(lineOf(byHand).slope);
		expect(moved.intercept).toBeCloseTo(lineOf(byHand).intercept + 5 * moved.slope, 6);
	});
});

describe('otherSettings', () => {
	const starts: Setting[] = [
		byHand,
		{ gamma: -1.2, beta: 0.4, mean: -0.7, variance: 2.3 },
		{ gamma: 0.5, beta: 0, mean: 5.5, variance: 3 }
	];

	it.each(starts)('gives the line of %j again, from within the ranges', (start) => {
		const line = lineOf(start);
		const others = otherSettings(start);
		expect(others.length).toBeGreaterThan(1);
		for (const { setting } of others) {
			expect(setting).not.toEqual(start);
			expect(lineOf(setting).slope).toBeCloseTo(line.slope, 5);
			expect(lineOf(setting).intercept).toBeCloseTo(line.intercept, 5);
			for (const [key, { least, most }] of Object.entries(RANGES)) {
				expect(setting[key as keyof Setting]).toBeGreaterThanOrEqual(least);
				expect(setting[key as keyof Setting]).toBeLessThanOrEqual(most);
			}
		}
	});

	it('says how each was found', () => {
		expect(otherSettings(byHand).map(({ change }) => change)).toEqual([
			'mean-down',
			'halved',
			'mean-up'
		]);
	});

	it('finds the setting that the lesson names', () => {
		const [first] = otherSettings({ gamma: 1, beta: 1, mean: 3, variance: 4 });
		expect(first).toMatchObject({ change: 'doubled', setting: { gamma: 2, beta: 1, mean: 3 } });
		expect(first?.setting.variance).toBeCloseTo(16, 4);
	});

	it('offers none where the sliders have none', () => {
		expect(otherSettings({ gamma: 3, beta: 1, mean: 3, variance: 0 })).toEqual([]);
	});
});
