import { expect, it } from 'vitest';
import { trailSteps } from './trail-steps.ts';

const path = (length: number) => Array.from({ length }, (_, index) => `n${index}`);
const indices = (steps: readonly { readonly index: number }[]) => steps.map(({ index }) => index);

it('lists a short way whole, and none for a number alone', () => {
	expect(trailSteps(path(1), false)).toEqual({ before: [], folded: 0, after: [] });
	expect(indices(trailSteps(path(10), false).before)).toHaveLength(10);
});

it('folds the middle of a long one away until it is opened', () => {
	const { before, folded, after } = trailSteps(path(30), false);
	expect(indices(before)).toEqual([0]);
	expect(indices(after)).toEqual([24, 25, 26, 27, 28, 29]);
	expect(before.length + folded + after.length).toBe(30);
	expect(after.at(-1)).toEqual({ source: 'n29', index: 29 });
	expect(trailSteps(path(30), true).folded).toBe(0);
});
