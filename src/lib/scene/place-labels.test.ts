import { expect, test } from 'vitest';
import { placeLabels } from './place-labels.ts';

const at = (left: number, top: number, text = 'GhostNet') => ({ left, top, text });

test('a name with room stands to the right, above', () => {
	expect(placeLabels([at(0.3, 0.5)], [at(0.3, 0.5)])).toEqual(['right-above']);
});

test('at the right edge it stands to the left', () => {
	expect(placeLabels([at(0.97, 0.5)], [])).toEqual(['left-above']);
});

test('it gives way to a point', () => {
	expect(placeLabels([at(0.3, 0.5)], [at(0.35, 0.475)])).toEqual(['left-above']);
});

test('it gives way to a name that came first, and is left out where there is no room', () => {
	const here = at(0.4, 0.5);
	expect(placeLabels([here, here, here, here, here], [])).toEqual([
		...['right-above', 'left-above', 'left-below', 'right-below'],
		null
	]);
});
