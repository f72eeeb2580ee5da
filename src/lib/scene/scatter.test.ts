import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	brushExtent,
	closeExtent,
	nearestPoint,
	scatter,
	spreadLabels,
	wholeExtent,
	zoomExtent
} from './scatter.ts';

const points = [
	{ x: 25, y: 66 },
	{ x: 200, y: 78 }
];
const whole = wholeExtent(points);

test('everything is on view at first, times from 0', () => {
	expect(whole.x[0]).toBe(0);
	const chart = scatter(whole);
	for (const point of points) {
		const { left, top } = chart.place(point);
		expect(left).toBeGreaterThan(0);
		expect(left).toBeLessThan(1);
		expect(top).toBeGreaterThan(0);
		expect(top).toBeLessThan(1);
	}
});

test('better is higher, slower is further right, and ticks stand at their values', () => {
	const chart = scatter({ x: [0, 100], y: [60, 80] });
	expect(chart.place({ x: 50, y: 80 })).toEqual({ left: 0.5, top: 0 });
	expect(chart.xTicks.find(({ text }) => text === '20')?.at).toBeCloseTo(0.2);
	expect(chart.yTicks.find(({ text }) => text === '65')?.at).toBeCloseTo(0.75);
});

describe('zoom', () => {
	test('keeps the point at its place, and comes back to the whole', () => {
		const around = { x: 50, y: 70 };
		const near = zoomExtent(whole, whole, 0.5, around);
		expect(near.x[1] - near.x[0]).toBeCloseTo((whole.x[1] - whole.x[0]) / 2);
		const before = scatter(whole).place(around);
		const after = scatter(near).place(around);
		expect(after.left).toBeCloseTo(before.left);
		expect(zoomExtent(near, whole, 2, around).x[0]).toBeCloseTo(whole.x[0]);
	});

	test('never leaves the whole', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.record({
						factor: fc.double({ min: 0.1, max: 4, noNaN: true }),
						x: fc.double({ min: 0, max: 200, noNaN: true }),
						y: fc.double({ min: 66, max: 78, noNaN: true })
					}),
					{ maxLength: 8 }
				),
				(steps) => {
					let view = whole;
					for (const { factor, ...around } of steps) view = zoomExtent(view, whole, factor, around);
					for (const axis of ['x', 'y'] as const) {
						expect(view[axis][0]).toBeGreaterThanOrEqual(whole[axis][0] - 1e-9);
						expect(view[axis][1]).toBeLessThanOrEqual(whole[axis][1] + 1e-9);
						expect(view[axis][1]).toBeGreaterThan(view[axis][0]);
					}
				}
			)
		);
	});
});

test('a rectangle drawn in any direction is the same part; a small one is none', () => {
	const chart = scatter({ x: [0, 100], y: [60, 80] });
	const [a, b] = [
		{ left: 0.2, top: 0.25 },
		{ left: 0.6, top: 0.75 }
	];
	const extent = brushExtent(chart, a, b)!;
	expect(extent.x[0]).toBeCloseTo(20);
	expect(extent.y[1]).toBeCloseTo(75);
	expect(brushExtent(chart, b, a)).toEqual(extent);
	expect(brushExtent(chart, a, { left: 0.21, top: 0.5 })).toBeNull();
});

test('the nearest point, on a chart twice as wide as high', () => {
	const places = [
		{ left: 0.5, top: 0.5 },
		{ left: 0.6, top: 0.5 }
	];
	expect(nearestPoint(places, { left: 0.52, top: 0.6 }, 2)).toBe(0);
	expect(nearestPoint(places, { left: 0.58, top: 0.6 }, 2)).toBe(1);
	expect(nearestPoint([], { left: 0, top: 0 }, 1)).toBe(-1);
});

describe('close around the points', () => {
	test('leaves equal room on all sides', () => {
		const { x, y } = closeExtent([
			{ x: 60, y: 3 },
			{ x: 70, y: 8 }
		]);
		expect(x[0]).toBeCloseTo(60 - (x[1] - 70));
		expect(x[0]).toBeLessThan(60);
		expect(y[0]).toBeCloseTo(3 - (y[1] - 8));
	});
});

describe('labels in a column', () => {
	test('stay where they have room', () => {
		expect(spreadLabels([0.5, 0.1, 0.9], 0.1)).toEqual([0.5, 0.1, 0.9]);
	});

	test('keep their order and get their room, any of them', () => {
		fc.assert(
			fc.property(
				fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
				(tops) => {
					const placed = spreadLabels(tops, 0.05);
					const order = tops.map((_, index) => index).sort((a, b) => tops[a]! - tops[b]!);
					for (const [place, index] of order.slice(1).entries()) {
						expect(placed[index]! - placed[order[place]!]!).toBeGreaterThan(0.049);
					}
				}
			)
		);
	});
});
