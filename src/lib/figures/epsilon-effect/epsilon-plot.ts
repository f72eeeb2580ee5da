/** The scale's share over the variance, which runs by powers of ten. */
import { formatValue } from '#lib/strings/format.ts';
import { writeNumber } from '#lib/strings/read-number.ts';
import { linearAxis, logAxis, plotPath } from '../limits/plot.ts';
import { scaleRatio, VARIANCE_RANGE } from './epsilon-effect.ts';

const { least, most } = VARIANCE_RANGE;
const x = logAxis(least, most);
/** Room for a share above 1: an ε that is too small. */
const MOST_SHARE = 1.5;
const y = linearAxis(0, MOST_SHARE);

/** A line at each power of ten, and words at every second, so that they fit on a phone. */
export const X_TICKS = [1e-7, 1e-6, 1e-5, 1e-4, 0.001, 0.01, 0.1, 1, 10].map((value, index) => ({
	at: x(value),
	text: index % 2 === 0 ? (value < 0.001 ? value.toExponential() : writeNumber(value)) : ''
}));

export const Y_TICKS = [0, 0.5, 1, 1.5].map((value) => ({
	at: y(value),
	text: formatValue(value)
}));

const STEPS = 140;

export function curvePath(epsilon: number): string {
	const points = Array.from({ length: STEPS + 1 }, (_, step) => {
		const variance = least * (most / least) ** (step / STEPS);
		return { x: variance, y: scaleRatio(variance, epsilon) };
	});
	return plotPath(points, x, y);
}

/** Where the right ε leaves every channel: at a share of 1. */
export const RIGHT_PATH = `M0 ${100 - y(1) * 100}H100`;

/** In percent from the left and from the top, kept inside the plot. */
export function pointPlace(variance: number, ratio: number): { left: number; top: number } {
	return { left: x(variance) * 100, top: Math.max(0, (1 - y(ratio)) * 100) };
}

/** The variance at a share of the plot's width, with three digits. */
export function varianceAt(share: number): number {
	return Number((least * (most / least) ** share).toPrecision(3));
}
