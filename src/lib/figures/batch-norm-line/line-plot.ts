/** A line with its slope and its intercept, placed in a square plot. D3 computes, the figure draws. */
import { scaleLinear } from 'd3';
import type { Line } from './batch-norm-line.ts';

/** Side of the plot, in its own units. */
export const SIDE = 360;
/** x and y run from −6 to 6, alike, so that a slope of 1 rises by 45°. */
const REACH = 6;

const across = scaleLinear([-REACH, REACH], [0, SIDE]);
const up = scaleLinear([-REACH, REACH], [SIDE, 0]);

interface Place {
	readonly x: number;
	readonly y: number;
}

/** One step to the right along the line, and what it rises meanwhile. */
interface SlopeTriangle {
	readonly from: Place;
	readonly to: Place;
}

export const ticks = across.ticks(6).map((value) => ({
	value,
	x: across(value),
	y: up(value)
}));

/** Where a point of the plane stands, whether or not inside the plot. */
export const placeOf = (x: number, y: number): Place => ({ x: across(x), y: up(y) });

export const isInside = (x: number, y: number): boolean =>
	Math.abs(x) <= REACH && Math.abs(y) <= REACH;

const valueOf = ({ slope, intercept }: Line, x: number): number => slope * x + intercept;

/** The line from edge to edge; where it is too steep it leaves the plot at the top and the foot. */
export function linePath(line: Line): string {
	const [from, to] = [-REACH, REACH].map((x) => placeOf(x, valueOf(line, x))) as [Place, Place];
	return `M${from.x} ${from.y}L${to.x} ${to.y}`;
}

/** The dot where the line crosses x = 0, or null outside the plot. */
export function interceptPlace({ intercept }: Line): Place | null {
	return isInside(0, intercept) ? placeOf(0, intercept) : null;
}

/**
 * The step nearest to x = 3 that stays inside the plot and, where it can, ends away from the mean,
 * which has a label of its own; null where the line is too steep.
 */
export function slopeTriangle(line: Line, mean: number): SlopeTriangle | null {
	const cost = (x: number): number => Math.abs(x - 3) + (Math.abs(x + 1 - mean) < 1.5 ? 8 : 0);
	const starts = Array.from({ length: 2 * REACH }, (_, index) => index - REACH)
		.filter((x) => isInside(x, valueOf(line, x)) && isInside(x + 1, valueOf(line, x + 1)))
		.sort((a, b) => cost(a) - cost(b));
	const start = starts[0];
	if (start === undefined) return null;
	return {
		from: placeOf(start, valueOf(line, start)),
		to: placeOf(start + 1, valueOf(line, start + 1))
	};
}
