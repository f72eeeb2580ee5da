/**
 * Two lists side by side, their order kept: which entry of one stands beside which of the other (the
 * longest common subsequence, weighted; Needleman and Wunsch 1970 without a cost for gaps).
 */

type Aligned<T> =
	| { readonly a: T; readonly b: T }
	| { readonly a: T; readonly b: null }
	| { readonly a: null; readonly b: T };

/**
 * Pairs entries so that the sum of their scores is as large as can be. What stands alone in `a` comes
 * before what stands alone in `b`.
 * @param score how well two entries go together; at 0 they never become a pair
 */
export function align<T>(
	a: readonly T[],
	b: readonly T[],
	score: (a: T, b: T) => number
): Aligned<T>[] {
	const width = b.length + 1;
	/** Best sum for the entries from `i` on beside those from `j` on, at i · width + j. */
	const best = new Float64Array((a.length + 1) * width);
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			const own = score(a[i]!, b[j]!);
			const paired = own > 0 ? own + best[(i + 1) * width + j + 1]! : 0;
			best[i * width + j] = Math.max(paired, best[(i + 1) * width + j]!, best[i * width + j + 1]!);
		}
	}
	return walk(a, b, score, best);
}

function walk<T>(
	a: readonly T[],
	b: readonly T[],
	score: (a: T, b: T) => number,
	best: Float64Array
): Aligned<T>[] {
	const width = b.length + 1;
	const pairs: Aligned<T>[] = [];
	let [i, j] = [0, 0];
	while (i < a.length && j < b.length) {
		const here = best[i * width + j]!;
		const own = score(a[i]!, b[j]!);
		if (own > 0 && here === own + best[(i + 1) * width + j + 1]!) {
			pairs.push({ a: a[i++]!, b: b[j++]! });
		} else if (here === best[(i + 1) * width + j]!) pairs.push({ a: a[i++]!, b: null });
		else pairs.push({ a: null, b: b[j++]! });
	}
	while (i < a.length) pairs.push({ a: a[i++]!, b: null });
	while (j < b.length) pairs.push({ a: null, b: b[j++]! });
	return pairs;
}
