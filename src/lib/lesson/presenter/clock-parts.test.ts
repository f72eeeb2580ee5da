import { expect, it } from 'vitest';
import { clockParts } from './clock-parts.ts';

it.each([
	[0, '0', '00'],
	[59_999, '0', '59'],
	[61_000, '1', '01'],
	[3_725_400, '62', '05'],
	[-5, '0', '00']
])('%d ms is %s:%s', (milliseconds, minutes, seconds) => {
	expect(clockParts(milliseconds)).toEqual({ minutes, seconds });
});
