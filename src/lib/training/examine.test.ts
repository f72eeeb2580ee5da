import { expect, test } from 'vitest';
import { examine } from './examine.ts';

const pictures = {
	side: 1,
	count: 4,
	rgb: new Uint8Array(12),
	// Ball, ball, cube, fish.
	labels: Uint8Array.from([0, 0, 1, 8]),
	styles: Uint8Array.from([0, 2, 0, 0])
};

test('counts right answers over all, by style and by class, and where the wrong ones went', () => {
	const { all, byStyle, byClass, confusion } = examine(pictures, Uint8Array.from([0, 3, 1, 0]));
	expect(all).toBe(0.5);
	expect(byStyle).toEqual({ shaded: 2 / 3, flat: NaN, lines: 0 });
	expect(byClass).toMatchObject({ ball: 0.5, cube: 1, fish: 0, ring: NaN });
	expect(confusion[0]).toEqual([1, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
	expect(confusion[8]).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
	expect(confusion.flat().reduce((sum, count) => sum + count, 0)).toBe(4);
});
