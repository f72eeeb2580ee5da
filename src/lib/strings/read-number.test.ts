import { describe, expect, it } from 'vitest';
import { readings, readNumber, unitBehind, writeNumber } from './read-number.ts';

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
		['１２，５', 12.5],
		['1 605 632', 1605632],
		['1,605,632', 1605632],
		['1.605.632', 1605632],
		['1’605’632', 1605632],
		['1,000.5', 1000.5],
		['1.000,5', 1000.5],
		['−12,345,678', -12345678],
		['9/16', 0.5625],
		['-1 / 2', -0.5],
		['½', 0.5],
		['4.8 × 10⁻⁷', 4.8e-7],
		['4,8·10^-7', 4.8e-7],
		['10³', 1000],
		['- 3', -3],
		['1,188', 1.188]
	])('reads %j as %d', (text, value) => expect(readNumber(text)).toBe(value));

	it.each(
		`| |-|1.2.3|1,2,3|1,23,456|two|NaN|Infinity|1e999|0x10|3 - 1|3 4|1 ½|1½|2³|1/0|1/2/3|/2|5 px`.split(
			'|'
		)
	)('reads no number in %j', (text) => expect(readNumber(text)).toBeNull());
});

describe('readings', () => {
	it('are two where a mark may stand for decimals or for thousands', () => {
		expect(readings('1,188')).toEqual([1.188, 1188]);
		expect(readings('-2.376')).toEqual([-2.376, -2376]);
	});

	it.each(['0,125', '0.6875', '1,5', '1188', '1,605,632', '1.2345'])('%j has one', (text) =>
		expect(readings(text)).toHaveLength(1)
	);
});

describe('unitBehind', () => {
	it.each([
		['1.28×', '×'],
		['1188 weights', 'weights'],
		['90 %', '%'],
		['1,6 MB', 'MB'],
		['１２ px', 'px'],
		['12', null],
		['px', null],
		['1e999', null],
		['1.2.3 px', null],
		['two px', null]
	])('of %j is %j', (text, unit) => expect(unitBehind(text)).toBe(unit));
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
