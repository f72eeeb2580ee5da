/** How large a difference is: in units in the last place, against the tolerance, on a gauge. */

/** Ends of the gauge's logarithmic scale. */
const GAUGE = { low: 1e-9, high: 10 } as const;

/** The distance of two neighbouring float32 numbers at `value`, which is finite and not zero. */
export function ulpOf(value: number): number {
	const exponent = Math.max(-126, Math.floor(Math.log2(Math.abs(value))));
	return 2 ** (exponent - 23);
}

/** The difference in units in the last place of the largest value; whole ones from 10 on. */
export function inUlps(difference: number, largest: number): number {
	if (!(largest > 0)) return difference === 0 ? 0 : Infinity;
	const ulps = difference / ulpOf(largest);
	return ulps >= 10 ? Math.round(ulps) : Math.round(ulps * 10) / 10;
}

/** Place on the gauge, 0 to 1; what is smaller or larger than its ends stands there. */
export function gaugePosition(difference: number): number {
	const [low, high] = [Math.log10(GAUGE.low), Math.log10(GAUGE.high)];
	const position = (Math.log10(Math.max(difference, GAUGE.low)) - low) / (high - low);
	return Math.min(1, Math.max(0, position));
}
