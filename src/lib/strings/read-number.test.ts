import { describe, expect, it } from 'vitest';
import { readNumber, writeNumber } from './read-number.ts';

describe('readNumber', () => {
	it.each([
		['0.5', 0.5],
		['0,5', 0.5],
		['.5', 0.5],
		['2.', 2],
		['−3', -3],
		['-3', -3],
		['+3', 3],
		[' 1 000 ', 1000],
		['4.8e-7', 4.8e-7],
		['1e−3', 1e-3],
		['１２，５', 12.5]
	])('reads %j as %d', (text, value) => expect(readNumber(text)).toBe(value));

	it.each(['', ' ', '-', '1.2.3', '1,000.5', 'two', 'NaN', 'Infinity', '1e999', '0x10', '3 - 1'])(
		'reads no number in %j',
		(text) => expect(readNumber(text)).toBeNull()
	);
});

describe('writeNumber', () => {
	it.each([
		[0, '0'],
		[-0, '0'],
		[-3.5, '−3.5'],
		[3.99999, '3.99999'],
		[0.1 + 0.2, '0.3'],
		[1e-7, '1e-7']
	])('writes %d as %j', (value, text) => expect(writeNumber(value)).toBe(text));

	it('writes what is read back', () => {
		for (const value of [0.25, -1.75, 3.99999, 12345, 1e-5]) {
			expect(readNumber(writeNumber(value))).toBe(value);
		}
	});
});
