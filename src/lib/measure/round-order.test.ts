import { expect, it } from 'vitest';
import { roundOrder } from './round-order.ts';

it('holds each number once, and is the same for the same seed and round', () => {
	for (let round = 0; round < 50; round++) {
		const order = roundOrder(7, round, 6);
		expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5]);
		expect(roundOrder(7, round, 6)).toEqual(order);
	}
});

it('puts every thing into every place equally often', () => {
	const rounds = 6000;
	const counts = new Map<string, number>();
	for (let round = 0; round < rounds; round++) {
		const key = roundOrder(3, round, 3).join();
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	expect(counts.size).toBe(6);
	// Chi-squared with 5 degrees of freedom stays below 20.5 with a chance of 0.999.
	const expected = rounds / 6;
	const squares = [...counts.values()].map((count) => (count - expected) ** 2 / expected);
	expect(squares.reduce((sum, square) => sum + square, 0)).toBeLessThan(20.5);
});

it('differs between seeds', () => {
	const orders = [1, 2, 3, 4].map((seed) =>
		Array.from({ length: 10 }, (_, round) => roundOrder(seed, round, 5).join('')).join()
	);
	expect(new Set(orders).size).toBe(4);
});
