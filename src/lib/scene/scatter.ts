/**
 * A chart of points: its axes, their ticks, and which part of them is on view. All places are shares
 * of the width from the left and of the height from the top, 0 to 1. D3 computes, figures draw.
 */
import { extent, scaleLinear } from 'd3';

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** What is on view, in the values' own units. */
export interface Extent {
	readonly x: readonly [number, number];
	readonly y: readonly [number, number];
}

interface ScatterTick {
	readonly at: number;
	readonly text: string;
}

interface Scatter {
	readonly xTicks: readonly ScatterTick[];
	readonly yTicks: readonly ScatterTick[];
	/** May lie outside 0 to 1, where a point is not on view. */
	place(point: Point): { readonly left: number; readonly top: number };
	/** The values at a place. */
	valueAt(left: number, top: number): Point;
}

const TICKS = 6;
/** Room around the outermost points, as a share of their spread. */
const MARGIN = 0.06;

/** All points with some room around them, times from 0 on. */
export function wholeExtent(points: readonly Point[]): Extent {
	const [, most = 1] = extent(points, ({ x }) => x);
	const [low = 0, high = 1] = extent(points, ({ y }) => y);
	const room = Math.max(high - low, 1) * MARGIN;
	return { x: [0, most * (1 + MARGIN)], y: [low - room, high + room] };
}

/** All points with some room around them, on both axes. */
export function closeExtent(points: readonly Point[]): Extent {
	const span = (value: (point: Point) => number): [number, number] => {
		const [low = 0, high = 1] = extent(points, value);
		const room = (high - low) * MARGIN;
		return [low - room, high + room];
	};
	return { x: span(({ x }) => x), y: span(({ y }) => y) };
}

/** @param count about how many ticks each axis gets */
export function scatter({ x, y }: Extent, count = TICKS): Scatter {
	const across = scaleLinear(x, [0, 1]);
	const up = scaleLinear(y, [1, 0]);
	const ticks = (scale: typeof across): ScatterTick[] => {
		const format = scale.tickFormat(count);
		return scale.ticks(count).map((value) => ({ at: scale(value), text: format(value) }));
	};
	return {
		xTicks: ticks(across),
		yTicks: ticks(up),
		place: (point) => ({ left: across(point.x), top: up(point.y) }),
		valueAt: (left, top) => ({ x: across.invert(left), y: up.invert(top) })
	};
}

/**
 * A part of what is on view, or more of it, around a point; never beyond the whole.
 * @param factor below 1 to come nearer, above 1 to go back
 */
export function zoomExtent(view: Extent, whole: Extent, factor: number, around: Point): Extent {
	return {
		x: zoomSpan(view.x, whole.x, factor, around.x),
		y: zoomSpan(view.y, whole.y, factor, around.y)
	};
}

/** Nearer than this share of the whole there is nothing more to see. */
const NEAREST = 1 / 32;

function zoomSpan(
	[low, high]: readonly [number, number],
	[least, most]: readonly [number, number],
	factor: number,
	around: number
): [number, number] {
	const whole = most - least;
	const span = Math.min(whole, Math.max(whole * NEAREST, (high - low) * factor));
	// The point keeps its place on the screen as far as the whole allows.
	const share = (around - low) / (high - low);
	const start = Math.min(most - span, Math.max(least, around - share * span));
	return [start, start + span];
}

/** The rectangle between two corners, in values; null where it is too small to be meant. */
export function brushExtent(chart: Scatter, from: Place, to: Place): Extent | null {
	if (Math.abs(from.left - to.left) < SMALLEST || Math.abs(from.top - to.top) < SMALLEST)
		return null;
	const a = chart.valueAt(from.left, from.top);
	const b = chart.valueAt(to.left, to.top);
	return {
		x: [Math.min(a.x, b.x), Math.max(a.x, b.x)],
		y: [Math.min(a.y, b.y), Math.max(a.y, b.y)]
	};
}

export interface Place {
	readonly left: number;
	readonly top: number;
}

const SMALLEST = 0.03;

/**
 * Moves labels in one column apart, so that each has room, and no further than that.
 * @param tops where the labels should stand, in any order
 * @param least between two of them, in the same unit
 */
export function spreadLabels(tops: readonly number[], least: number): number[] {
	const order = tops.map((_, index) => index).sort((a, b) => tops[a]! - tops[b]!);
	const placed = [...tops];
	// Neighbours that are too near share the push; a few rounds settle a whole column.
	for (let round = 0; round < tops.length * SETTLING; round++) {
		for (const [place, index] of order.slice(1).entries()) {
			const above = order[place]!;
			const missing = least - (placed[index]! - placed[above]!);
			if (missing <= 0) continue;
			placed[above]! -= missing / 2;
			placed[index]! += missing / 2;
		}
	}
	return placed;
}

const SETTLING = 8;

/** The index of the point nearest to a place; −1 where there is none. */
export function nearestPoint(
	places: readonly Place[],
	{ left, top }: Place,
	aspect: number
): number {
	const distances = places.map(
		(place) => ((place.left - left) * aspect) ** 2 + (place.top - top) ** 2
	);
	return distances.indexOf(Math.min(...distances));
}
