import { expect, test } from 'vitest';
import { randomTensor } from '#lib/core/network/random-weights.ts';
import { findSimilarMaps, spreadOf } from './similar-maps.ts';
import { createTensor } from '#lib/core/tensor.ts';

const maps = (rows: number, ...channels: number[][]) =>
	createTensor(
		[1, channels.length, rows, channels[0]!.length / rows],
		Float32Array.from(channels.flat())
	);

test('correlation by hand', () => {
	// Distances from the mean: (−1, 0, 1) and (−1, 1, 0), so r = 1 / (√2 · √2).
	const { pairs } = findSimilarMaps(maps(1, [1, 2, 3], [2, 4, 3]));
	expect(pairs).toHaveLength(1);
	expect(pairs[0]!.correlation).toBeCloseTo(0.5, 12);
});

test('a·A + t is found first, whatever the sign of a; scale and shift do not matter', () => {
	const a = [1, 5, 2, 8, 3, 1];
	const found = findSimilarMaps(
		maps(
			2,
			[4, 1, 3, 1, 2, 7],
			a,
			[9, 2, 2, 3, 3, 1],
			a.map((value) => 100 - 3 * value)
		)
	);
	expect(found.pairs).toHaveLength(6);
	expect(found.pairs[0]).toMatchObject({ first: 1, second: 3 });
	expect(found.pairs[0]!.correlation).toBeCloseTo(-1, 12);
	const sizes = found.pairs.map(({ correlation }) => Math.abs(correlation));
	expect(sizes).toEqual([...sizes].sort((p, q) => q - p));
});

test('flat maps are set aside and named', () => {
	const found = findSimilarMaps(maps(2, [0, 0, 0, 0], [1, 2, 3, 9], [7, 7, 7, 7.01], [5, 2, 4, 1]));
	expect(found.flat).toEqual([0, 2]);
	expect(found.pairs.map(({ first, second }) => [first, second])).toEqual([[1, 3]]);
	expect(findSimilarMaps(maps(2, [3, 3, 3, 3]))).toEqual({ pairs: [], flat: [0], turned: 0 });
});

test('turned by 180° a map equals its own mirror image', () => {
	expect(findSimilarMaps(maps(2, [1, 2, 3, 4, 5, 7], [7, 5, 4, 3, 2, 1])).turned).toBeCloseTo(1, 6);
	const found = findSimilarMaps(randomTensor('maps', [1, 6, 40, 40], 3, 0, 1));
	expect(found.turned).toBeGreaterThan(0);
	expect(found.turned).toBeLessThan(0.2);
});

test('the spread is the standard deviation of all values', () => {
	expect(spreadOf([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(2, 12);
	expect(spreadOf([3, 3])).toBe(0);
});
