import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { product, single, taken, type Followed, type Term } from '#lib/core/follow/follow-term.ts';
import { followLines, type GroupName, type TermLine } from './follow-lines.ts';

const factor = (value: number) => ({ value, source: `at ${value}` });
const tap = (index: number, ...values: number[]): Term<string> => ({
	...product(...values.map(factor)),
	tap: { row: Math.floor(index / 3), column: index % 3 },
	channel: 0
});
const sumOf = (terms: readonly Term<string>[], value?: number): Followed<string> => ({
	source: 'y',
	rule: 'sum',
	terms,
	value: value ?? terms.reduce((sum, term) => sum + term.value, 0)
});
const none: ReadonlySet<GroupName> = new Set();

/** A displayed number in whole units of 10⁻⁶. */
function units(text: string): number {
	return Math.round(Number(text.replace('−', '-')) * 1e6);
}

/** Amounts as displayed, the rounding included. */
function displayed(followed: Followed<string>, open = none): number {
	const { lines, rounding } = followLines(followed, open);
	const amounts = lines.flatMap(({ amount }) => (amount === null ? [] : [amount]));
	return [...amounts, ...(rounding === null ? [] : [rounding])].reduce(
		(sum, amount) => sum + units(amount),
		0
	);
}

describe('a convolution at the corner', () => {
	const inside = [tap(4, 0.8, 1), tap(5, -0.4, 0.5)];
	const outside = [0, 1, 2].map((index) => ({ ...tap(index, 0.2, 0), outside: true }));
	const followed = sumOf([...outside, ...inside, single(0.1, 'b')]);

	it('lists products, then the taps outside as one line, then the bias', () => {
		const { lines, results, rounding } = followLines(followed, none);
		expect(lines.map((line) => (line.kind === 'term' ? line.amount : line.group))).toEqual([
			'0.80',
			'−0.20',
			'outside',
			'0.10'
		]);
		expect(lines[2]).toMatchObject({ count: 3, amount: '0' });
		expect(rounding).toBeNull();
		expect(results).toEqual([{ kind: 'sum', count: 6, amount: '0.70', exact: true }]);
	});

	it('opens what lies outside', () => {
		const { lines } = followLines(followed, new Set<GroupName>(['outside']));
		expect(lines).toHaveLength(7);
		expect(lines[2]).toMatchObject({ open: true, amount: null });
		expect((lines[3] as TermLine<string>).factors.map(({ text }) => text)).toEqual(['0.20', '0']);
	});
});

it('shows the largest of many, the rest in one line', () => {
	const terms = Array.from({ length: 60 }, (_, index) =>
		tap(index, (index % 2 ? -1 : 1) * index, 0.01)
	);
	const { lines } = followLines(sumOf(terms), none);
	expect(lines).toHaveLength(9);
	expect(lines[0]).toMatchObject({ amount: '−0.59' });
	expect(lines[8]).toMatchObject({ kind: 'group', group: 'rest', count: 52 });
	expect(displayed(sumOf(terms))).toBe(units('−0.30'));
	expect(followLines(sumOf(terms), new Set<GroupName>(['rest'])).lines).toHaveLength(61);
});

it('writes what is taken away with its sign in the amount', () => {
	const followed = sumOf([single(0.1, 'β'), taken(product(factor(0.4), factor(1.5)))]);
	const [, line] = followLines(followed, none).lines;
	expect(line).toMatchObject({ amount: '−0.60', rounding: null });
	expect((line as TermLine<string>).factors.map(({ text }) => text)).toEqual(['0.40', '1.50']);
	const [negative] = followLines(sumOf([taken(product(factor(-0.4), factor(1.5)))]), none).lines;
	expect((negative as TermLine<string>).factors[0]!.text).toBe('(−0.40)');
	expect(negative).toMatchObject({ amount: '0.60', rounding: null });
});

it('marks negative second factors with brackets, and says the rounding of a product', () => {
	const [line] = followLines(sumOf([tap(0, 0.35, -2.5)]), none).lines;
	expect((line as TermLine<string>).factors.map(({ text }) => text)).toEqual(['0.35', '(−2.50)']);
	expect(line).toMatchObject({ amount: '−0.88', rounding: '−0.005' });
});

describe('what is no sum', () => {
	const both = (rule: Followed<string>['rule'], value: number, ...terms: number[]) =>
		followLines({ source: 'y', rule, value, terms: terms.map((term) => single(term, 't')) }, none);

	it('divides, exactly or nearly', () => {
		expect(both('quotient', 1.5, 0.75, 0.5).results).toEqual([
			{ kind: 'quotient', count: 2, amount: '1.50', exact: true }
		]);
		expect(both('quotient', 1 / 3, 1, 3).results[0]).toMatchObject({
			amount: '0.33',
			exact: false
		});
		expect(both('quotient', 1 / 3, 1, 3).rounding).toBeNull();
	});

	it('takes the root of a sum in which ε can be seen', () => {
		const { lines, results } = both('root', Math.sqrt(0.25001), 0.25, 1e-5);
		expect(lines.map(({ amount }) => amount)).toEqual(['0.25000', '0.00001']);
		expect(results.map(({ amount, exact }) => [amount, exact])).toEqual([
			['0.25001', true],
			['0.50001', false]
		]);
	});

	it('averages', () => {
		expect(both('mean', 2, 1, 2, 3).results.map(({ kind, amount }) => [kind, amount])).toEqual([
			['sum', '6.00'],
			['mean', '2.00']
		]);
		expect(both('mean', 2, 1, 2, 3).results[1]!.exact).toBe(true);
		expect(both('mean', 1 / 3, 0, 0, 1).results[1]!.exact).toBe(false);
	});

	it('cuts off below zero', () => {
		expect(both('relu', 0, -0.42).results).toEqual([
			{ kind: 'relu', count: 1, amount: '0', exact: true }
		]);
		expect(both('given', 3).results).toEqual([]);
	});
});

it('always adds up as displayed, groups open or not', () => {
	// Doubles that fast-check draws are nearly all next to nothing.
	const value = fc.integer({ min: -9e6, max: 9e6 }).map((number) => number / 1_000_003);
	const pairs = fc.array(fc.tuple(value, value, fc.nat(4)), {
		minLength: 10,
		maxLength: 40
	});
	const groups = fc.subarray<GroupName>(['outside', 'rest']);
	fc.assert(
		fc.property(pairs, value, groups, (factors, bias, open) => {
			const products = factors.map(([a, b, chance], index) => ({
				...tap(index, a, chance === 0 ? 0 : b),
				outside: chance === 0
			}));
			const followed = sumOf([...products, single(bias, 'b')]);
			const [result] = followLines(followed, none).results;
			expect(displayed(followed, new Set(open))).toBe(units(result!.amount));
		})
	);
});
