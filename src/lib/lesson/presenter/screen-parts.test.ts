import { describe, expect, it } from 'vitest';
import { hasMore, scrollBack, scrollOn, type ScreenView } from './screen-parts.ts';

/** Text, a figure as high as the screen, a question; the screen is 600 high. */
const parts = [
	{ top: 80, bottom: 300 },
	{ top: 320, bottom: 900 },
	{ top: 920, bottom: 1400 }
];
const at = (top: number): ScreenView => ({ top, height: 600, full: 1420, parts });

describe('keys in a cell that is taller than the screen', () => {
	it('bring the next part that is cut to the top, then the end of the cell', () => {
		expect(scrollOn(at(0))).toBe(312);
		expect(scrollOn(at(312))).toBe(820);
		expect(scrollOn(at(820))).toBeNull();
	});

	it('take the same way back, to the very beginning', () => {
		expect(scrollBack(at(820))).toBe(340);
		expect(scrollBack(at(312))).toBe(0);
		expect(scrollBack(at(0))).toBeNull();
	});

	it('go on inside a part that is taller than the screen, and leave nothing out', () => {
		const tall = { height: 600, full: 2100, parts: [{ top: 80, bottom: 2080 }] };
		const stops = [0];
		for (let next; (next = scrollOn({ ...tall, top: stops.at(-1) ?? 0 })) !== null;) {
			expect(next - (stops.at(-1) ?? 0)).toBeLessThanOrEqual(600);
			expect(next).toBeGreaterThan(stops.at(-1) ?? 0);
			stops.push(next);
		}
		expect(stops.at(-1)).toBe(1500);
		expect(scrollBack({ ...tall, top: 1500 })).toBe(1020);
	});

	it('go through a tall figure by what it is made of: no control is torn from what it changes', () => {
		const inside = [
			{ top: 320, bottom: 380 },
			{ top: 400, bottom: 880 },
			{ top: 900, bottom: 1400 }
		];
		const tall = {
			height: 600,
			full: 2000,
			parts: [
				{ top: 80, bottom: 300 },
				{ top: 310, bottom: 1410, inside },
				{ top: 1420, bottom: 1990 }
			]
		};
		const stops = [0];
		for (let next; (next = scrollOn({ ...tall, top: stops.at(-1) ?? 0 })) !== null;)
			stops.push(next);
		expect(stops).toEqual([0, 302, 892, 1400]);
	});

	it('show a figure with its title where little more than that would be left out', () => {
		const inside = [
			{ top: 120, bottom: 170 },
			{ top: 170, bottom: 760 }
		];
		const view = { height: 600, full: 1200, parts: [{ top: 120, bottom: 770, inside }] };
		expect(scrollOn({ ...view, top: 0 })).toBe(112);
		expect(scrollOn({ ...view, top: 112 })).toBe(162);
	});

	it('make no small step for what does not fit anyway', () => {
		const high = { top: 0, height: 600, full: 1300, parts: [{ top: 80, bottom: 1280 }] };
		expect(scrollOn(high)).toBe(480);
		expect(scrollOn({ ...high, parts: [{ top: 80, bottom: 660 }] })).toBe(72);
	});

	it('do not stop for a few pixels', () => {
		const fits = { top: 0, height: 600, full: 610, parts: [{ top: 80, bottom: 608 }] };
		expect(hasMore(fits)).toBe(false);
		expect(scrollOn(fits)).toBeNull();
		expect(hasMore({ ...fits, full: 700 })).toBe(true);
	});
});
