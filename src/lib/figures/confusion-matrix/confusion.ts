/** How dark the cells of a confusion matrix are. */

/** Share of its row that each count is, 0 to 1; 0 in a row without any. */
export function rowShares(counts: readonly (readonly number[])[]): number[][] {
	return counts.map((row) => {
		const sum = row.reduce((total, count) => total + count, 0);
		return row.map((count) => (sum === 0 ? 0 : count / sum));
	});
}

/** Darkest tint of ink under a number in ink; the contrast stays above 4.5 : 1 in every theme. */
const DARKEST = 0.32;
/** A single mistake among hundreds must still be seen. */
const PALEST = 0.06;

/** Share of ink in a cell's ground; none for an exact zero, so that structure shows. */
export function tint(share: number): number {
	return share === 0 ? 0 : PALEST + (DARKEST - PALEST) * Math.sqrt(share);
}
