/**
 * The median of a few values and how far it can be trusted, from their order alone: how many of n values
 * lie below the true median is a binomial count, whatever the values are distributed like (W. R. Thompson
 * 1936, Ann. Math. Stat. 7, 122–128; for timings: T. Hoefler and R. Belli, SC 2015).
 */

export interface MedianInterval {
	readonly median: number;
	/** Null where there are too few values for the level asked for. */
	readonly interval: { readonly low: number; readonly high: number } | null;
}

/** The median; of an even number of values the mean of the middle two. NaN of none. */
export function medianOf(values: readonly number[]): number {
	const sorted = sortNumbers(values);
	const middle = sorted.length / 2;
	const above = sorted[Math.floor(middle)] ?? NaN;
	return Number.isInteger(middle) ? meanOfTwo(sorted[middle - 1] ?? NaN, above) : above;
}

/** The value that a share of the values, from 0 to 1, is not above. NaN of none. */
export function quantileOf(values: readonly number[], share: number): number {
	return sortNumbers(values)[Math.round((values.length - 1) * share)] ?? NaN;
}

/**
 * The median with the narrowest interval between two of the values, equally far from both ends, that
 * misses the true median with a probability of at most `risk`.
 */
export function medianInterval(values: readonly number[], risk: number): MedianInterval {
	const sorted = sortNumbers(values);
	const rank = intervalRank(sorted.length, risk);
	const interval =
		rank === 0 ? null : { low: sorted[rank - 1]!, high: sorted[sorted.length - rank]! };
	return { median: medianOf(values), interval };
}

/**
 * The largest rank k, counted from 1, with 2 · P(X < k) ≤ risk for X ~ Binomial(count, ½); 0 where even
 * the smallest and the largest value are too near.
 */
export function intervalRank(count: number, risk: number): number {
	let chance = 0.5 ** count;
	let below = 0;
	for (let rank = 0; rank <= count; rank++) {
		below += chance;
		if (2 * below > risk) return rank;
		chance *= (count - rank) / (rank + 1);
	}
	return 0;
}

/** A copy in ascending order; infinite values have their place. */
function sortNumbers(values: readonly number[]): number[] {
	return [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Without the ∞ − ∞ that a plain mean of equal infinities never has, but a difference would. */
function meanOfTwo(a: number, b: number): number {
	return a === b ? a : (a + b) / 2;
}
