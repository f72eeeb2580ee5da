/**
 * A followed number as lines of a table that add up as displayed: its terms, those outside the picture
 * and the many small ones each in one line that can be opened, and the rounding.
 */
import { decimalsFor, displayProduct, displaySum } from '#lib/core/arithmetic.ts';
import type { Followed, Term } from '#lib/core/follow/follow-term.ts';
import { formatCell, formatOperand } from '#lib/strings/format.ts';
import { followResults, type Result } from './follow-results.ts';

export type GroupName = 'outside' | 'rest';

export interface TermLine<Source> {
	readonly kind: 'term';
	readonly term: Term<Source>;
	readonly factors: readonly { readonly text: string; readonly source: Source | null }[];
	readonly amount: string;
	/** What must be added to the product of the displayed factors. */
	readonly rounding: string | null;
}

interface GroupLine {
	readonly kind: 'group';
	readonly group: GroupName;
	readonly count: number;
	readonly open: boolean;
	/** Null when open: its terms stand below. */
	readonly amount: string | null;
}

interface FollowLines<Source> {
	readonly lines: readonly (TermLine<Source> | GroupLine)[];
	/** What must be added to the displayed amounts; null when nothing, or when they are not added. */
	readonly rounding: string | null;
	/** What the amounts give. */
	readonly results: readonly Result[];
	/** Digits after the point. */
	readonly decimals: number;
}

/** With more terms than this only the largest are shown at first. */
const MANY = 12;
const LARGEST = 8;

/** ε has its first digit here. */
const DECIMALS_OF_ROOT = 5;

interface Part<Source> {
	readonly group: GroupName | null;
	readonly terms: readonly Term<Source>[];
}

/** @param open which groups the reader has opened */
export function followLines<Source>(
	followed: Followed<Source>,
	open: ReadonlySet<GroupName>
): FollowLines<Source> {
	const decimals = decimalsOf(followed);
	const lines = partsOf(followed.terms).flatMap((part) => linesOf(part, open, decimals));
	const amounts = lines.flatMap(({ values }) => values);
	const total = followed.rule === 'sum' ? followed.value : sumOf(followed.terms);
	const added = ['sum', 'mean', 'root'].includes(followed.rule);
	return {
		lines: lines.map(({ line }) => line),
		rounding: added ? displaySum(amounts, total, decimals, formatCell).rounding : null,
		results: followResults(followed, total, decimals),
		decimals
	};
}

function decimalsOf({ value, rule, terms }: Followed<unknown>): number {
	if (rule === 'root') return DECIMALS_OF_ROOT;
	return decimalsFor(
		terms.reduce((most, term) => Math.max(most, Math.abs(term.value)), Math.abs(value))
	);
}

const sumOf = (terms: readonly Term<unknown>[]): number =>
	terms.reduce((sum, { value }) => sum + value, 0);

/** Products first, in their order or by size, then those that make a line together, then the bias. */
function partsOf<Source>(terms: readonly Term<Source>[]): Part<Source>[] {
	const outside = terms.filter((term) => term.outside);
	const products = terms.filter((term) => !term.outside && isOneOfMany(term));
	const others = terms.filter((term) => !isOneOfMany(term));
	const many = products.length > MANY;
	const sorted = many
		? products.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))
		: products;
	const shown = many ? sorted.slice(0, LARGEST) : sorted;
	return [
		{ group: null, terms: shown },
		{ group: 'rest', terms: sorted.slice(shown.length) },
		{ group: outside.length > 1 ? 'outside' : null, terms: outside },
		{ group: null, terms: others }
	];
}

function isOneOfMany({ tap, channel }: Term<unknown>): boolean {
	return tap !== undefined || channel !== undefined;
}

interface Line<Source> {
	readonly line: TermLine<Source> | GroupLine;
	/** The numbers behind the displayed amount, none where there is no amount. */
	readonly values: readonly number[];
}

function linesOf<Source>(
	{ group, terms }: Part<Source>,
	open: ReadonlySet<GroupName>,
	decimals: number
): Line<Source>[] {
	const each = () =>
		terms.map((term) => ({ line: termLine(term, decimals), values: [term.value] }));
	if (group === null) return each();
	if (terms.length === 0) return [];
	const isOpen = open.has(group);
	const value = sumOf(terms);
	const line: GroupLine = {
		kind: 'group',
		group,
		count: terms.length,
		open: isOpen,
		amount: isOpen ? null : formatCell(value, decimals)
	};
	return isOpen ? [{ line, values: [] }, ...each()] : [{ line, values: [value] }];
}

function termLine<Source>(term: Term<Source>, decimals: number): TermLine<Source> {
	const [first = 0, ...others] = term.factors.map(({ value }) => value);
	// What is taken away has its sign in the first factor, so that the product is the amount.
	const factors = [term.minus ? -first : first, ...others];
	const { product, rounding } = displayProduct(factors, term.value, decimals, formatCell);
	return {
		kind: 'term',
		term,
		factors: term.factors.map(({ value, source }, index) => ({
			text: (index === 0 && !term.minus ? formatCell : formatOperand)(value, decimals),
			source
		})),
		amount: product,
		rounding
	};
}
