import { expect, it } from 'vitest';
import { largestDifference } from './tensor.ts';

const tensor = (...data: number[]) => ({ shape: [data.length], data: Float32Array.from(data) });

it('finds the largest difference, also behind a smaller one', () => {
	expect(largestDifference(tensor(1, 5, 2), tensor(2, 2, 2))).toBe(3);
});

it('says NaN where any value is no number, wherever it stands', () => {
	expect(largestDifference(tensor(NaN, 1), tensor(0, 1.5))).toBeNaN();
	expect(largestDifference(tensor(1, NaN), tensor(1.5, 0))).toBeNaN();
});
