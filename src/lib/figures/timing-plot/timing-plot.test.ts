import { describe, expect, it } from 'vitest';
import { planTimingPlot } from './timing-plot.ts';

const row = (times: number[], name = 'a') => ({ name, note: '', times });

describe('the plot of times', () => {
	it('has one axis from 0 for all rows, with each median where its dots are', () => {
		const { strips, ticks } = planTimingPlot([row([4, 4, 4, 4]), row([2, 2, 2, 2], 'b')], 4);
		const [slow, fast] = strips;
		expect(ticks[0]).toEqual({ at: 0, text: '0' });
		expect(slow!.median).toBeCloseTo(2 * fast!.median!);
		expect(fast!.dots.startsWith(`M${fast!.median!.toFixed(2)} 6`)).toBe(true);
	});

	it('puts the rounds below each other and leaves room for those to come', () => {
		const heights = ({ dots }: { dots: string }) =>
			[...dots.matchAll(/ ([\d.]+)h0/g)].map(([, top]) => Number(top));
		expect(heights(planTimingPlot([row([1, 1, 1])], 3).strips[0]!)).toEqual([6, 50, 94]);
		expect(heights(planTimingPlot([row([1, 1])], 3).strips[0]!)).toEqual([6, 50]);
	});

	it('lets one long pause lie beyond the edge, and counts it', () => {
		const { strips } = planTimingPlot([row([...Array.from({ length: 19 }, () => 1), 50])], 20);
		expect(strips[0]!.beyond).toBe(1);
		expect(strips[0]!.texts!.slowest).toBe('50.00');
		expect(strips[0]!.median).toBeGreaterThan(50);
	});

	it('writes short times in microseconds, all with the same digits', () => {
		const { unit, strips } = planTimingPlot([row([0.1, 0.1]), row([0.0004, 0.0004])], 2);
		expect(unit).toBe('microseconds');
		expect(strips.map(({ texts }) => texts!.median)).toEqual(['100', '0']);
		expect(planTimingPlot([row([0.39])], 1).unit).toBe('milliseconds');
	});

	it('stands empty before the first round', () => {
		const { strips, ticks } = planTimingPlot([row([])], 40);
		expect(strips[0]).toMatchObject({ dots: '', median: null, interval: null, texts: null });
		expect(ticks).toEqual([]);
	});

	it('takes things for which the clock saw nothing', () => {
		expect(planTimingPlot([row([0, 0])], 2).strips[0]!.texts!.median).toBe('0.00');
	});
});
