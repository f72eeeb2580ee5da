import { expect, test } from 'vitest';
import { roundChannels } from './round-channels.ts';

test.each([
	[9.28, 12], // 8 would lose more than a tenth
	[17.76, 16],
	[1, 4], // never below the divisor
	[6, 8], // half rounds up
	[100 * 1.3, 132] // 130 is half-way between 128 and 132
])('%s channels become %s', (channels, expected) => {
	expect(roundChannels(channels)).toBe(expected);
});
