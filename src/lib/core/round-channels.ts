/**
 * The rounding rule for channel counts (`_make_divisible` of GhostNet's and RepGhost's code):
 * the nearest multiple of `divisor`, half up and at least `divisor`; one step up when rounding lost
 * more than 10 %. 0.58 × 16 = 9.28 gives 12 (8 would lose too much), 1.11 × 16 = 17.76 gives 16.
 */
export function roundChannels(channels: number, divisor = 4): number {
	const nearest = Math.max(divisor, Math.floor((channels + divisor / 2) / divisor) * divisor);
	return nearest < 0.9 * channels ? nearest + divisor : nearest;
}
