import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCell } from '#lib/strings/format.ts';
import { decimalsFor, displayProduct, displaySum, unitsOf } from './arithmetic.ts';

/** A displayed number as a whole number of units of its `decimals`-th digit, read from its digits. */
function read(text: string, decimals: number): bigint {
	const [whole = '', fraction = ''] = text.replace('−', '').split('.');
	const units = BigInt(whole + fraction.padEnd(decimals, '0'));
	return text.startsWith('−') ? -units : units;
}

const readNumber = (text: string): number => Number(text.replace('−', '-'));

/** Spread evenly; the doubles that fast-check draws are nearly all next to nothing. */
const evenly = (largest: number) =>
	fc.integer({ min: -1e9, max: 1e9 }).map((number) => (number / 1e9) * largest);

const value = fc.oneof(evenly(1000), evenly(1), evenly(1e-3), fc.constant(0));
const decimals = fc.integer({ min: 0, max: 6 });

describe('displaySum', () => {
	it('adds up by hand', () => {
		expect(displaySum([1.2, 0.6], 1.8, 2, formatCell)).toEqual({
			terms: ['1.20', '0.60'],
			total: '1.80',
			rounding: null
		});
	});

	it('says what is missing: 0.33 + 0.33 + 0.33 is 1.00 with 0.01 of rounding', () => {
		const third = 1 / 3;
		expect(displaySum([third, third, third], 1, 2, formatCell).rounding).toBe('0.01');
		expect(displaySum([0.005, 0.005], 0.01, 2, formatCell).rounding).toBe('−0.01');
	});

	it('always adds up as displayed, to the last digit', () => {
		fc.assert(
			fc.property(fc.array(value, { maxLength: 40 }), value, decimals, (terms, total, digits) => {
				const shown = displaySum(terms, total, digits, formatCell);
				const lines = shown.rounding === null ? shown.terms : [...shown.terms, shown.rounding];
				const sum = lines.reduce((units, line) => units + read(line, digits), 0n);
				expect(sum).toBe(read(shown.total, digits));
			})
		);
	});

	it('has no rounding where there is no number', () => {
		expect(displaySum([NaN, 1], NaN, 2, formatCell)).toEqual({
			terms: ['NaN', '1.00'],
			total: 'NaN',
			rounding: null
		});
		expect(displaySum([1e300], Infinity, 2, formatCell).rounding).toBeNull();
	});
});

describe('displayProduct', () => {
	it('multiplies by hand', () => {
		expect(displayProduct([1.5, 0.2], 0.3, 2, formatCell)).toEqual({
			factors: ['1.50', '0.20'],
			product: '0.30',
			rounding: null
		});
		expect(displayProduct([0.35, 2.5], 0.875, 2, formatCell)).toEqual({
			factors: ['0.35', '2.50'],
			product: '0.88',
			rounding: '0.005'
		});
		expect(displayProduct([-0.35, 2.5], -0.875, 2, formatCell).rounding).toBe('−0.005');
		expect(displayProduct([1.5], 1.5, 2, formatCell).rounding).toBeNull();
		expect(displayProduct([2, 2, 0.5], 2, 2, formatCell).rounding).toBeNull();
	});

	it('always multiplies as displayed, with the rounding', () => {
		const small = fc.oneof(evenly(99), evenly(1));
		fc.assert(
			fc.property(small, small, fc.integer({ min: 0, max: 4 }), (a, b, digits) => {
				const shown = displayProduct([a, b], a * b, digits, formatCell);
				const exact = shown.factors.reduce((units, factor) => units * read(factor, digits), 1n);
				const rounding = shown.rounding === null ? 0n : read(shown.rounding, 2 * digits);
				expect(exact + rounding).toBe(read(shown.product, 2 * digits));
			})
		);
	});
});

it('counts units as toFixed rounds', () => {
	expect(unitsOf(-0.425, 2)).toBe(-42);
	expect(unitsOf(1.005, 2)).toBe(100);
	expect(unitsOf(12, 0)).toBe(12);
	expect(unitsOf(Infinity, 2)).toBeNaN();
});

it('keeps two significant digits of the largest, within limits', () => {
	expect([1.8, 0.6, 0.06, 0.0034, 1e-9, 0, 250].map(decimalsFor)).toEqual([2, 2, 3, 4, 6, 2, 2]);
	expect(readNumber(formatCell(0.0034, decimalsFor(0.0034)))).toBe(0.0034);
});
