/**
 * The rounding rule for channel counts (`_make_divisible` of GhostNet's and RepGhost's code):
 * the nearest multiple of `divisor`, half up and at least `divisor`; one step up when rounding lost
 * more than 10 %. 0.58 × 16 = 9.28 gives 12 (8 would lose too much), 1.11 × 16 = 17.76 gives 16.
 */
export function roundChannels(channels: number, divisor = 4): number {
	return explainRounding(channels, divisor).result;
}

/** The rule, step by step. */
export interface Rounding {
	/** Channels that were asked for. */
	readonly asked: number;
	/** Nearest multiple, at least one. */
	readonly nearest: number;
	/** 90 % of what was asked for; less is not allowed. */
	readonly least: number;
	readonly result: number;
}

/** What `roundChannels` does with a number of channels. */
export function explainRounding(asked: number, divisor = 4): Rounding {
	const nearest = Math.max(divisor, Math.floor((asked + divisor / 2) / divisor) * divisor);
	const least = 0.9 * asked;
	return { asked, nearest, least, result: nearest < least ? nearest + divisor : nearest };
}
