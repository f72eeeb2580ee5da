import { expect, test } from 'vitest';
import { firstOrder, moved } from './step-order.ts';

test.each([3, 4, 5, 6, 7, 8])('%i steps stand in another order at first', (count) => {
	const order = firstOrder(count);
	const right = Array.from({ length: count }, (_, step) => step);
	expect(order.toSorted((a, b) => a - b)).toEqual(right);
	expect(order).not.toEqual(right);
});

test('a step is put to another place', () => {
	expect(moved([3, 1, 2], 0, 2)).toEqual([1, 2, 3]);
	expect(moved([3, 1, 2], 2, 0)).toEqual([2, 3, 1]);
	expect(moved([3, 1, 2], 1, 1)).toEqual([3, 1, 2]);
});
