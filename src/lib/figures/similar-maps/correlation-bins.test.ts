import { expect, test } from 'vitest';
import { plotCorrelations } from './correlation-bins.ts';

const pair = (correlation: number) => ({ first: 0, second: 1, correlation });

test('every pair is in one bar, whatever its sign', () => {
	const pairs = [1, -1, 0.97, -0.93, 0.9, 0.5, 0, 0.02].map(pair);
	const plot = plotCorrelations({ pairs, turned: 0.25 }, pairs[3]!);
	expect(plot.bars).toHaveLength(20);
	// 1, −1 and 0.97 in the last bar; −0.93 and 0.9 in the one before.
	expect(plot.bars.slice(-2).map(({ height }) => height)).toEqual([60, 90]);
	expect(plot.bars[0]!.height).toBe(60);
	expect(plot.bars.at(-1)!.x + plot.bars.at(-1)!.width).toBeCloseTo(300, 9);
	expect(plot.above).toBe(4);
	expect([plot.turned, plot.chosen]).toEqual([75, 279]);
});

test('without pairs there are no bars to see', () => {
	const plot = plotCorrelations({ pairs: [], turned: 0 }, null);
	expect(plot.bars.every(({ height }) => height === 0)).toBe(true);
	expect([plot.above, plot.chosen]).toEqual([0, null]);
});
