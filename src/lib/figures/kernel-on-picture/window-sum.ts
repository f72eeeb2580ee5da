/** The window's sum as it is displayed: products and total that add up, rounding as a term of its own. */
import { displaySum } from '#lib/core/arithmetic.ts';
import { formatCell, formatOperand } from '#lib/strings/format.ts';
import type { Term } from './window.ts';

interface DisplayedTerm {
	readonly index: number;
	/** `0.50 × 3.00`, or `0.11 × 0` outside. */
	readonly factors: string;
	/** `= 1.50`; `≈` where the displayed factors do not give it. */
	readonly product: string;
	readonly isOutside: boolean;
	/** Whether it counts for nothing, whatever is there. */
	readonly isZero: boolean;
}

interface DisplayedWindow {
	readonly terms: readonly DisplayedTerm[];
	readonly rounding: string | null;
	readonly total: string;
}

/**
 * @param terms of `window.ts`
 * @param total the output's value at that place, as it was computed
 */
export function displayWindow(terms: readonly Term[], total: number): DisplayedWindow {
	const all = terms.flatMap(({ tap, value }) => [tap, value ?? 0]);
	const decimals = all.every(Number.isInteger) ? 0 : 2;
	const write = (value: number): string => formatCell(value, decimals);
	const products = terms.map(({ product }) => product);
	const sum = displaySum(products, total, decimals, formatCell);
	return {
		terms: terms.map(({ index, tap, value, product }, at) => {
			const isExact = rounded(tap, decimals) * rounded(value ?? 0, decimals);
			const sign = Math.abs(isExact - rounded(product, decimals)) < 1e-9 ? '=' : '≈';
			return {
				index,
				factors: `${write(tap)} × ${value === null ? '0' : formatOperand(value, decimals)}`,
				product: `${sign} ${sum.terms[at]!}`,
				isOutside: value === null,
				isZero: tap === 0
			};
		}),
		rounding: sum.rounding,
		total: sum.total
	};
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));
