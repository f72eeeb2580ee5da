/** How far a share that was counted can be trusted. */

/** Normal deviate that leaves 2.5 % at each end. */
const DEVIATE = 1.959963984540054;

/**
 * The 95 % interval of a share: `right` of `count` pictures (Wilson 1927, J. Am. Stat. Assoc. 22,
 * 209–212). It stays within 0 to 1 and is honest near both ends, where the common ± formula is not.
 */
export function wilsonInterval(right: number, count: number): { low: number; high: number } {
	const square = DEVIATE * DEVIATE;
	const share = right / count;
	const middle = share + square / (2 * count);
	const spread = DEVIATE * Math.sqrt((share * (1 - share)) / count + square / (4 * count * count));
	const whole = 1 + square / count;
	return {
		low: Math.max(0, (middle - spread) / whole),
		high: Math.min(1, (middle + spread) / whole)
	};
}
