import { describe, expect, it } from 'vitest';
import {
	formatBytes,
	formatCell,
	formatExact,
	formatExponent,
	formatLargeCount,
	formatMilliseconds,
	formatOperand,
	formatPercent,
	formatValue,
	shortestFloat32
} from './format.ts';

describe('formatValue', () => {
	it.each([
		[0, '0'],
		[-0, '0'],
		[2.414, '2.41'],
		[-0.5, '−0.5'],
		[123.4, '123'],
		[12345, '12,345'],
		[0.00012, '1.2e-4'],
		[-250000, '−2.5e+5'],
		[NaN, 'NaN'],
		[-Infinity, '−∞']
	])('%d is %s', (value, text) => expect(formatValue(value)).toBe(text));
});

it('writes differences in ASCII e-notation', () => {
	expect(formatExponent(4.84e-7)).toBe('4.8e-7');
	expect(formatExponent(0)).toBe('0.0e+0');
	expect(formatExponent(1.32)).toBe('1.3e+0');
});

it('writes counts, sizes, shares and times', () => {
	expect(formatLargeCount(423360)).toBe('423,360');
	expect(formatLargeCount(38_612_345)).toBe('38.6 M');
	expect(formatBytes(512)).toBe('512 B');
	expect(formatBytes(376_320)).toBe('376 kB');
	expect(formatBytes(9_200_000)).toBe('9.2 MB');
	expect(formatPercent(0.684)).toBe('68.4 %');
	expect(formatPercent(NaN)).toBe('–');
	expect(formatMilliseconds(0.314)).toBe('0.31 ms');
	expect(formatMilliseconds(11.42)).toBe('11.4 ms');
	expect(formatMilliseconds(0)).toBe('≈ 0 ms');
});

describe('formatCell', () => {
	it.each([
		[1.2, 2, '1.20'],
		[-0.425, 2, '−0.42'],
		[Math.fround(-0.6), 2, '−0.60'],
		[0, 2, '0'],
		[-0, 3, '0'],
		[0.001, 2, '0.00'],
		[-0.001, 2, '0.00'],
		[12.345, 1, '12.3'],
		[12.345, 0, '12'],
		[NaN, 2, 'NaN'],
		[-Infinity, 2, '−∞']
	])('%d with %d digits is %s', (value, decimals, text) =>
		expect(formatCell(value, decimals)).toBe(text)
	);
});

it('puts negative operands in brackets', () => {
	expect(formatOperand(-0.6)).toBe('(−0.60)');
	expect(formatOperand(0.6)).toBe('0.60');
	expect(formatOperand(-0.001)).toBe('0.00');
});

it('names a float32 by the fewest digits', () => {
	expect(formatExact(Math.fround(0.3))).toBe('0.3');
	expect(formatExact(Math.fround(-1.8000001))).toBe('−1.8000001');
	expect(formatExact(0)).toBe('0');
	expect(shortestFloat32(Math.fround(-0.42))).toBe('-0.42');
	expect(shortestFloat32(Math.fround(16777217))).toBe('16777216');
	expect(Math.fround(Number(shortestFloat32(Math.fround(Math.PI))))).toBe(Math.fround(Math.PI));
});
