/**
 * Where the ReLU may stand, for two numbers: ReLU(a) + ReLU(b) against ReLU(a + b). They are equal
 * unless a and b have opposite signs; then the first is larger by the smaller of |a| and |b|, which is
 * what the ReLU cut off before it could count.
 */

export interface ReluSum {
	/** ReLU(a), ReLU(b). */
	readonly reluA: number;
	readonly reluB: number;
	/** ReLU(a) + ReLU(b). */
	readonly inside: number;
	/** a + b. */
	readonly sum: number;
	/** ReLU(a + b). */
	readonly behind: number;
	/** `inside` − `behind`, never negative. */
	readonly difference: number;
}

/** The numbers a reader can set. */
export const LEAST = -3;
export const MOST = 3;

/** Numbers a reader can set have this many decimals; sums of them are rounded so, too. */
const DECIMALS = 6;

const round = (value: number): number => Number(value.toFixed(DECIMALS)) + 0;

/** A part of a bar along the number line, from where it starts to where it ends. */
export interface Bar {
	readonly from: number;
	readonly to: number;
}

/** One number as it is laid along the line: what counts of it, and what the ReLU cut off. */
export interface Lane {
	readonly kept: Bar;
	readonly cut: Bar | null;
}

export function reluSum(a: number, b: number): ReluSum {
	const reluA = Math.max(0, a);
	const reluB = Math.max(0, b);
	const inside = round(reluA + reluB);
	const sum = round(a + b);
	const behind = Math.max(0, sum);
	return { reluA, reluB, inside, sum, behind, difference: round(inside - behind) };
}

/** The number `value` laid from `from` on, of which a ReLU keeps nothing when it is negative. */
export function reluLane(value: number, from = 0): Lane {
	return value < 0
		? { kept: { from, to: from }, cut: { from, to: from + value } }
		: { kept: { from, to: from + value }, cut: null };
}

/** The number `value` laid from `from` on, all of it. */
export function plainLane(value: number, from = 0): Lane {
	return { kept: { from, to: from + value }, cut: null };
}
