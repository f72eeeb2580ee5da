import { expect, test } from 'vitest';
import { GHOST_STAGES, REPGHOST_STAGES } from './architecture.ts';
import { explainRounding, roundChannels } from './round-channels.ts';

test.each([
	[9.28, 12], // 8 would lose more than a tenth
	[17.76, 16],
	[1, 4], // never below the divisor
	[6, 8], // half rounds up
	[100 * 1.3, 132] // 130 is half-way between 128 and 132
])('%s channels become %s', (channels, expected) => {
	expect(roundChannels(channels)).toBe(expected);
});

test('the rule says why', () => {
	expect(explainRounding(9.28)).toEqual({ asked: 9.28, nearest: 8, least: 9.28 * 0.9, result: 12 });
	expect(explainRounding(17.76)).toMatchObject({ nearest: 16, result: 16 });
});

test('at any width: a multiple of 4, the nearest that keeps 90 %, never below it', () => {
	const channels = [...REPGHOST_STAGES, ...GHOST_STAGES]
		.flat()
		.flatMap(({ expansion, out }) => [expansion, out]);
	for (let percent = 10; percent <= 300; percent++) {
		for (const count of [16, 960, ...channels]) {
			const asked = (count * percent) / 100;
			const { result, nearest, least } = explainRounding(asked);
			expect(result % 4).toBe(0);
			expect(result).toBeGreaterThanOrEqual(4);
			expect(result).toBeGreaterThanOrEqual(least);
			if (asked >= 4) expect(Math.abs(nearest - asked)).toBeLessThanOrEqual(2);
			// One step less would be further off, or too little, or nothing.
			const below = result - 4;
			const isFurther = Math.abs(below - asked) >= Math.abs(result - asked);
			expect(below < 4 || isFurther || below < least).toBe(true);
		}
	}
});
