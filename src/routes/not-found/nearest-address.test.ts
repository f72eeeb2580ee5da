import { expect, it } from 'vitest';
import { nearestAddress } from './nearest-address.ts';

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
