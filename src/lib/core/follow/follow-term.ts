/**
 * What a number was made of: terms that are added (or divided, averaged, cut off), each a product of
 * factors, and each factor with the place it stands in, so that it can be followed further back.
 * `Source` names such a place: a value of a map, a weight, a tensor of the fold.
 */

export interface Factor<Source> {
	readonly value: number;
	/** Null for a constant. */
	readonly source: Source | null;
}

export interface Term<Source> {
	/** The product of the factors, negative when it is taken away. */
	readonly value: number;
	readonly factors: readonly Factor<Source>[];
	readonly minus: boolean;
	/** Of a convolution's product: the tap's place in the kernel, from 0. */
	readonly tap?: { readonly row: number; readonly column: number };
	/** Of a sum over channels: which one is read, from 0. */
	readonly channel?: number;
	/** The tap lies outside the picture, where padding put a zero. */
	readonly outside?: boolean;
}

/**
 * How the terms give the number:
 * - `sum`: added up;
 * - `mean`: added up, and divided by their count;
 * - `quotient`: the first divided by the second;
 * - `root`: the square root of their sum;
 * - `relu`: the larger of the one term and 0;
 * - `hard-sigmoid`: min(max(x + 3, 0), 6) / 6 of the one term;
 * - `same`: the one term, unchanged;
 * - `given`: no terms; the number was put in, not computed.
 */
export type Rule =
	'sum' | 'mean' | 'quotient' | 'root' | 'relu' | 'hard-sigmoid' | 'same' | 'given';

export interface Followed<Source> {
	readonly source: Source;
	/** As TensorFlow.js computed it, in float32, where it stands in a tensor. */
	readonly value: number;
	readonly rule: Rule;
	readonly terms: readonly Term<Source>[];
}

/** A constant as a term. */
export function constant(value: number): Term<never> {
	return { value, factors: [{ value, source: null }], minus: false };
}

/** A term that is one factor. */
export function single<Source>(value: number, source: Source): Term<Source> {
	return { value, factors: [{ value, source }], minus: false };
}

/** A term that is taken away. */
export function taken<Source>(term: Term<Source>): Term<Source> {
	return { ...term, value: -term.value, minus: true };
}

export function product<Source>(...factors: readonly Factor<Source>[]): Term<Source> {
	const value = factors.reduce((result, factor) => result * factor.value, 1);
	return { value, factors, minus: false };
}

/** What the terms give by the rule, in doubles; of a `given` number NaN. */
export function combine({ rule, terms }: Pick<Followed<unknown>, 'rule' | 'terms'>): number {
	const [first = NaN, second = NaN] = terms.map(({ value }) => value);
	const sum = terms.reduce((total, { value }) => total + value, 0);
	switch (rule) {
		case 'sum':
			return sum;
		case 'mean':
			return sum / terms.length;
		case 'quotient':
			return first / second;
		case 'root':
			return Math.sqrt(sum);
		case 'relu':
			return Math.max(0, first);
		case 'hard-sigmoid':
			return Math.min(6, Math.max(0, first + 3)) / 6;
		case 'same':
			return first;
		case 'given':
			return NaN;
	}
}
