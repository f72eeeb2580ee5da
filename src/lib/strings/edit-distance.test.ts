import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance } from './edit-distance.ts';

it('counts letters put in, taken out and changed', () => {
	expect(editDistance('kitten', 'sitting')).toBe(3);
	expect(editDistance('', 'abc')).toBe(3);
	expect(editDistance('same', 'same')).toBe(0);
});

it('is the same both ways, and no more than the longer text', () => {
	const text = fc.string({ maxLength: 12 });
	fc.assert(
		fc.property(text, text, (a, b) => {
			const distance = editDistance(a, b);
			expect(editDistance(b, a)).toBe(distance);
			expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
			expect(distance === 0).toBe(a === b);
		})
	);
});
