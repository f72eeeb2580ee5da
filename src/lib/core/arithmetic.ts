/**
 * Sums and products that add up as displayed. Every number is counted in units of its last displayed
 * digit, as whole numbers, and what is missing between the displayed terms and the displayed total
 * stands as a rounding of its own.
 */

/** How a number is written with a fixed number of digits after the point, as `toFixed` rounds it. */
type Write = (value: number, decimals: number) => string;

interface DisplayedSum {
	readonly terms: readonly string[];
	readonly total: string;
	/** What must be added to the displayed terms, with its sign; null when they add up. */
	readonly rounding: string | null;
}

/**
 * The value in units of the last of `decimals` digits, rounded as `toFixed` does; NaN where it is not
 * finite or too large to be counted in whole units.
 */
export function unitsOf(value: number, decimals: number): number {
	const units = Number(value.toFixed(decimals).replace('.', ''));
	return Math.abs(value) < 1e21 && Number.isSafeInteger(units) ? units : NaN;
}

/**
 * Terms and their total as strings that add up, with the rounding as one more term.
 * @param total as it was computed; need not be the exact sum of the terms
 */
export function displaySum(
	terms: readonly number[],
	total: number,
	decimals: number,
	write: Write
): DisplayedSum {
	const added = terms.reduce((sum, term) => sum + unitsOf(term, decimals), 0);
	const missing = unitsOf(total, decimals) - added;
	return {
		terms: terms.map((term) => write(term, decimals)),
		total: write(total, decimals),
		rounding: writeRounding(missing, decimals, write)
	};
}

interface DisplayedProduct {
	readonly factors: readonly string[];
	readonly product: string;
	/** What must be added to the product of the displayed factors; null when nothing. */
	readonly rounding: string | null;
}

/** Factors and their product as strings; the rounding has as many digits as it takes. */
export function displayProduct(
	factors: readonly number[],
	product: number,
	decimals: number,
	write: Write
): DisplayedProduct {
	const digits = decimals * factors.length;
	const exact = factors.reduce((result, factor) => result * unitsOf(factor, decimals), 1);
	const missing = unitsOf(product, decimals) * 10 ** (digits - decimals) - exact;
	return {
		factors: factors.map((factor) => write(factor, decimals)),
		product: write(product, decimals),
		rounding: writeRounding(missing, digits, write)
	};
}

/**
 * Digits after the point with which numbers up to `largest` keep two significant ones: at least 2, at
 * most 6.
 */
export function decimalsFor(largest: number): number {
	if (!Number.isFinite(largest) || largest <= 0) return LEAST_DECIMALS;
	const wanted = 1 - Math.floor(Math.log10(largest));
	return Math.min(MOST_DECIMALS, Math.max(LEAST_DECIMALS, wanted));
}

const LEAST_DECIMALS = 2;
const MOST_DECIMALS = 6;

/** A whole number of units without zeros at its end; null for none, and where there is no number. */
function writeRounding(units: number, decimals: number, write: Write): string | null {
	if (units === 0 || !Number.isFinite(units)) return null;
	let [rest, digits] = [units, decimals];
	while (digits > 0 && rest % 10 === 0) {
		rest /= 10;
		digits--;
	}
	return write(rest / 10 ** digits, digits);
}
