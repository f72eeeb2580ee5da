import { describe, expect, it } from 'vitest';
import { intervalRank, medianInterval, medianOf, quantileOf } from './median-interval.ts';

describe('the median', () => {
	it('is the middle value, or halfway between the middle two', () => {
		expect(medianOf([3, 1, 2])).toBe(2);
		expect(medianOf([4, 1, 3, 2])).toBe(2.5);
		expect(medianOf([])).toBeNaN();
	});

	it('takes infinite values', () => {
		expect(medianOf([Infinity, 1, Infinity])).toBe(Infinity);
		expect(medianOf([Infinity, Infinity])).toBe(Infinity);
	});

	it('sorts by value, not as text', () => {
		expect(quantileOf([10, 9, 2], 0)).toBe(2);
		expect(quantileOf([10, 9, 2], 1)).toBe(10);
	});
});

describe('the rank of an interval', () => {
	// The textbook table of 95 % intervals of the median (sign test).
	it.each([
		[5, 0],
		[6, 1],
		[10, 2],
		[20, 6],
		[40, 14],
		[100, 40]
	])('of %i values at 95 %% is %i', (count, rank) => expect(intervalRank(count, 0.05)).toBe(rank));

	it('covers the true median as often as it says, in sums of binomial chances', () => {
		for (const count of [8, 21, 40, 80]) {
			const rank = intervalRank(count, 0.01);
			const chance = (least: number) => {
				let sum = 0;
				let term = 0.5 ** count;
				for (let below = 0; below < least; below++) {
					sum += term;
					term *= (count - below) / (below + 1);
				}
				return 2 * sum;
			};
			expect(chance(rank)).toBeLessThanOrEqual(0.01);
			expect(chance(rank + 1)).toBeGreaterThan(0.01);
		}
	});
});

it('gives an interval between two of the values, or none', () => {
	expect(medianInterval([6, 5, 4, 3, 2, 1], 0.05)).toEqual({
		median: 3.5,
		interval: { low: 1, high: 6 }
	});
	expect(medianInterval([5, 4, 3, 2, 1], 0.05).interval).toBeNull();
});
