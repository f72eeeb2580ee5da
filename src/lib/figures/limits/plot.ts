/** A plot's axes as shares of its width and height, so that its words keep their size at any width. */

type Axis = (value: number) => number;

export interface Tick {
	/** 0 to 1: from the left, or from the foot. */
	readonly at: number;
	readonly text: string;
}

export function linearAxis(least: number, most: number): Axis {
	return (value) => (value - least) / (most - least);
}

/** By powers of ten; `least` and `most` are above 0. */
export function logAxis(least: number, most: number): Axis {
	const axis = linearAxis(Math.log10(least), Math.log10(most));
	return (value) => axis(Math.log10(value));
}

/** `M…L…` through points of the plane, in hundredths of a plot whose y grows downwards. */
export function plotPath(
	points: readonly { readonly x: number; readonly y: number }[],
	x: Axis,
	y: Axis
): string {
	const places = points.map((point) => `${hundredths(x(point.x))} ${hundredths(1 - y(point.y))}`);
	return places.length === 0 ? '' : `M${places.join('L')}`;
}

const hundredths = (share: number): number => Number((share * 100).toFixed(3));
