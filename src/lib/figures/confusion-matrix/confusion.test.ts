import { describe, expect, it } from 'vitest';
import { rowShares, tint } from './confusion.ts';

describe('a confusion matrix', () => {
	it('is shaded by rows', () => {
		expect(
			rowShares([
				[3, 1],
				[0, 0]
			])
		).toEqual([
			[0.75, 0.25],
			[0, 0]
		]);
	});

	it('shows rare mistakes, leaves zeros white, and stays readable', () => {
		expect(tint(0)).toBe(0);
		expect(tint(0.002)).toBeGreaterThan(0.06);
		expect(tint(0.3)).toBeLessThan(tint(0.6));
		expect(tint(1)).toBe(0.32);
	});
});
