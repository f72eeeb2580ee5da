/** From a slider's position to its value and back: linear, or by powers of ten. */

export type SliderScale = 'linear' | 'log';

/** Significant digits of a value taken from a logarithmic slider. */
const LOG_DIGITS = 3;

/** Where a value stands on the slider. */
export function positionOf(value: number, scale: SliderScale): number {
	return scale === 'log' ? Math.log10(value) : value;
}

/** The value at a position; a logarithmic one is rounded to three digits, so that it reads well. */
export function valueAt(position: number, scale: SliderScale): number {
	return scale === 'log' ? Number((10 ** position).toPrecision(LOG_DIGITS)) : position;
}

/** How far along the ruler a value stands, 0 to 1. */
export function shareOf(value: number, least: number, most: number, scale: SliderScale): number {
	const start = positionOf(least, scale);
	return (positionOf(value, scale) - start) / (positionOf(most, scale) - start);
}
