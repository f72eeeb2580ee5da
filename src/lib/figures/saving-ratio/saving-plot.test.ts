import { describe, expect, test } from 'vitest';
import {
	CHEAP_KERNELS,
	MODULE_CHANNELS,
	plotSaving,
	PRIMARY_KERNELS,
	RATIOS
} from './saving-plot.ts';

const ghostNet = { channels: 9, ratio: 2, primary: 1, cheap: 3 } as const;

const ends = (path: string) => {
	const points = path
		.slice(1)
		.split('L')
		.map((point) => point.split(',').map(Number));
	return [points[0]!, points.at(-1)!] as const;
};

test('at 9 channels the point stands where the curve crosses 1', () => {
	const plot = plotSaving(ghostNet);
	expect(plot.here.y).toBeCloseTo(plot.evenY, 9);
	expect(plot.here.x).toBeCloseTo(plot.evenX!, 9);
	expect(ends(plot.costing)[1]![0]).toBeCloseTo(plot.evenX!, 2);
	expect(ends(plot.saving)[0]![1]).toBeCloseTo(plot.evenY, 2);
});

test('with fewer channels it stands below 1, with more between 1 and s', () => {
	const few = plotSaving({ ...ghostNet, channels: 4 });
	expect(few.here.y).toBeGreaterThan(few.evenY);
	const many = plotSaving({ ...ghostNet, channels: 300 });
	expect(many.here.y).toBeLessThan(many.evenY);
	expect(many.here.y).toBeGreaterThan(many.aboutY);
});

describe('whatever is chosen', () => {
	const plans = RATIOS.flatMap((ratio) =>
		PRIMARY_KERNELS.flatMap((primary) => CHEAP_KERNELS.map((cheap) => ({ ratio, primary, cheap })))
	);

	test.each(plans)('the curve stays in the box: %o', (plan) => {
		const plot = plotSaving({ ...plan, channels: 1 });
		for (const path of [plot.saving, plot.costing].filter((some) => some !== '')) {
			for (const [x, y] of ends(path)) {
				expect(x).toBeGreaterThanOrEqual(0);
				expect(x).toBeLessThanOrEqual(plot.width + 1e-3);
				expect(y).toBeGreaterThanOrEqual(0);
				expect(y).toBeLessThanOrEqual(plot.height);
			}
		}
		expect(plot.costing === '').toBe(plan.cheap <= plan.primary);
	});
});

test('the modules of GhostNet have from 16 to 960 channels', () => {
	expect(MODULE_CHANNELS.slice(0, 4)).toEqual([16, 24, 40, 48]);
	expect(MODULE_CHANNELS.at(-1)).toBe(960);
});
