import { describe, expect, it } from 'vitest';
import {
	colourOf,
	colourScale,
	colourWords,
	inkOn,
	NOT_FINITE_WORDS,
	type Rgb
} from './colour-scale.ts';

describe('colourScale', () => {
	it('starts at zero when nothing is negative', () => {
		expect(colourScale(0.2, 3)).toEqual({ kind: 'unsigned', low: 0, high: 3 });
	});

	it('is symmetric as soon as something is negative', () => {
		expect(colourScale(-0.5, 3)).toEqual({ kind: 'signed', low: -3, high: 3 });
		expect(colourScale(-4, -1)).toEqual({ kind: 'signed', low: -4, high: 4 });
	});

	it('keeps an extent for maps that are zero everywhere', () => {
		expect(colourScale(0, 0)).toEqual({ kind: 'unsigned', low: 0, high: 1 });
	});
});

describe('colourOf', () => {
	const signed = colourScale(-2, 2);

	it('is purple below zero, nearly white at zero, orange above', () => {
		const [red, green, blue] = colourOf(signed, -1.5);
		expect(blue).toBeGreaterThan(red);
		expect(red).toBeGreaterThan(green);
		expect(Math.min(...colourOf(signed, 0))).toBeGreaterThan(225);
		const positive = colourOf(signed, 1.5);
		expect(positive[0]).toBeGreaterThan(positive[1]);
		expect(positive[1]).toBeGreaterThan(positive[2]);
	});

	it('clamps to the ends and shows what is not finite apart', () => {
		expect(colourOf(signed, 9)).toEqual(colourOf(signed, 2));
		expect(colourOf(signed, NaN)).toEqual([0, 0, 0]);
		expect([...new Uint8Array(NOT_FINITE_WORDS.buffer)]).toEqual([
			...[0, 0, 0, 255],
			...[255, 255, 255, 255]
		]);
	});

	it('grows brighter all along cividis, fully opaque', () => {
		const bytes = new Uint8Array(colourWords('unsigned').buffer);
		const luma = (step: number) =>
			0.2126 * bytes[step * 4]! + 0.7152 * bytes[step * 4 + 1]! + 0.0722 * bytes[step * 4 + 2]!;
		for (let step = 8; step < 256; step += 8) {
			expect(luma(step)).toBeGreaterThan(luma(step - 8));
			expect(bytes[step * 4 + 3]).toBe(255);
		}
	});
});

it('takes the ink that reads better', () => {
	const cases: [Rgb, string][] = [
		[[255, 255, 255], 'black'],
		[[0, 32, 81], 'white'],
		[[248, 181, 97], 'black']
	];
	for (const [ground, ink] of cases) expect(inkOn(ground)).toBe(ink);
});
