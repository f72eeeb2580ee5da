/** What the terms of a followed number give in the end, and whether that is exact as displayed. */
import { unitsOf } from '#lib/core/arithmetic.ts';
import type { Followed, Rule } from '#lib/core/follow/follow-term.ts';
import { formatCell } from '#lib/strings/format.ts';

export interface Result {
	/** `sum` also where a mean or a root goes on from it. */
	readonly kind: Exclude<Rule, 'given'>;
	/** Of a mean: how many were added. */
	readonly count: number;
	readonly amount: string;
	/** Whether the displayed numbers give the displayed result with nothing rounded. */
	readonly exact: boolean;
}

/**
 * The last lines: the sum, and what is made of it.
 * @param total the sum of the terms
 */
export function followResults(
	{ rule, terms, value }: Followed<unknown>,
	total: number,
	decimals: number
): Result[] {
	if (rule === 'given') return [];
	const count = terms.length;
	const amount = formatCell(value, decimals);
	const sum: Result = { kind: 'sum', count, amount: formatCell(total, decimals), exact: true };
	if (rule === 'sum') return [sum];
	const exact = isExact(
		rule,
		terms.map((term) => term.value),
		total,
		value,
		decimals
	);
	const result: Result = { kind: rule, count, amount, exact };
	return rule === 'mean' || rule === 'root' ? [sum, result] : [result];
}

/** Compares whole units, so that nothing is rounded on the way. */
function isExact(
	rule: Rule,
	terms: readonly number[],
	total: number,
	value: number,
	decimals: number
): boolean {
	const one = 10 ** decimals;
	const units = (number: number): number => unitsOf(number, decimals);
	const [first = NaN, second = NaN] = terms;
	switch (rule) {
		case 'mean':
			return units(value) * terms.length === units(total);
		case 'quotient':
			return units(value) * units(second) === units(first) * one;
		case 'root':
			return units(value) ** 2 === units(total) * one;
		case 'hard-sigmoid':
			return units(value) * 6 === Math.min(6 * one, Math.max(0, units(first) + 3 * one));
		case 'relu':
			return units(value) === Math.max(0, units(first));
		default:
			return units(value) === units(first);
	}
}
