import { expect, it } from 'vitest';
import { leastScale } from './fit-figures.ts';

it('keeps the smallest letters at 19 pixels of 1080, at any size of screen', () => {
	expect(leastScale(1080, 24) * 0.875 * 24).toBeCloseTo(19);
	expect(leastScale(720, 20) * 0.875 * 20).toBeCloseTo(19 / 1.5);
	expect(leastScale(900, 16)).toBe(1);
});
