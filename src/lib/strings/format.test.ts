import { describe, expect, it } from 'vitest';
import {
	formatBytes,
	formatExponent,
	formatLargeCount,
	formatMilliseconds,
	formatPercent,
	formatValue
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
});
