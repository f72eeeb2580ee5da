import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance, nearestAddress } from './nearest-address.ts';

const known = [
	'/',
	'/about/',
	'/gallery/',
	'/gallery/fold-stepper/',
	'/lessons/',
	'/lessons/folding-the-branches/',
	'/lessons/from-concat-to-add/',
	'/network/'
];

it.each([
	['/lessons/folding-the-brances/', '/lessons/folding-the-branches/'],
	['/Lessons/from-concat-to-add', '/lessons/from-concat-to-add/'],
	['/lesson/', '/lessons/'],
	['/netwrok/', '/network/'],
	['/lessons/index.html', '/lessons/'],
	['/folding/', '/lessons/folding-the-branches/'],
	['/fold-stepper/', '/gallery/fold-stepper/']
])('%s may have meant %s', (path, expected) => {
	expect(nearestAddress(path, known)).toBe(expected);
});

it.each(['/lessons/not-written/', '/xyz/', '/a/b/c/d/e/'])('%s is near to nothing', (path) => {
	expect(nearestAddress(path, known)).toBeNull();
});

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
