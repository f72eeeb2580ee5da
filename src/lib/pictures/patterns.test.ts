import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { PATTERNS } from './patterns.ts';

const hash = (bytes: Uint8ClampedArray) => createHash('sha256').update(bytes).digest('hex');

describe('PATTERNS', () => {
	it('keeps its bytes, on which addresses and expected numbers rest', () => {
		const hashes = PATTERNS.map(
			({ name, draw }) => `${name} ${hash(draw(64, 64).rgb).slice(0, 16)}`
		);
		expect(hashes).toMatchInlineSnapshot(`
			[
			  "patches 414ca607ef96cac5",
			  "ring 80b4c2513afafc15",
			  "stripes fd6505e85517327e",
			  "checks 4ee68240d9de9756",
			  "ball ac4c81091a098f7f",
			  "gradient 3412a18294fb768a",
			]
		`);
	});

	it.each(PATTERNS)('$name fills any size, and is not flat', ({ draw }) => {
		for (const [width, height] of [
			[1, 1],
			[64, 48],
			[31, 70]
		] as const) {
			const picture = draw(width, height);
			expect(picture).toMatchObject({ width, height });
			expect(picture.rgb).toHaveLength(width * height * 3);
			if (width > 1) expect(new Set(picture.rgb).size).toBeGreaterThan(8);
		}
	});
});
