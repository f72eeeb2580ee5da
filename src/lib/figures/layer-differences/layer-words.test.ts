import { describe, expect, it } from 'vitest';
import { en } from '#lib/strings/en.ts';
import { comparedLayers, sayDifference, sayLeftOut, sayWithin } from './layer-words.ts';

const words = en.compare.layers;
const shape = [4, 8, 8] as const;
const layer = (name: string, largest: number) => ({
	...{ name, shapeA: shape, shapeB: shape },
	difference: { largest, tolerance: 1e-5 }
});
const other = (name: string, shapeA: typeof shape | null, shapeB: typeof shape | null) => ({
	...{ name, shapeA, shapeB, difference: null }
});

describe('the layers of two runs in words', () => {
	const compared = [layer('stem', 0), layer('one', 2e-5)];

	it('are those with a difference, and how many differ by rounding alone', () => {
		expect(comparedLayers([...compared, other('x', shape, null)]).map(({ name }) => name)).toEqual([
			'stem',
			'one'
		]);
		expect(sayWithin(comparedLayers(compared), words)).toMatch(/^1 of 2 /);
		expect([0, 2e-5].map((value) => sayDifference(value, words))).toEqual(['0', '2.0e-5']);
	});

	it('name each kind that is left out, and only those', () => {
		expect(sayLeftOut(compared, words)).toBe('');
		const mixed = [other('x', shape, null), other('y', shape, shape), other('z', shape, shape)];
		expect(sayLeftOut([...compared, ...mixed], words)).toBe(
			'Not compared: 1 only in A, 2 of another shape in B.'
		);
	});
});
