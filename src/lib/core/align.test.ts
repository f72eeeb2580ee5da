import { expect, it } from 'vitest';
import { align } from './align.ts';

const letters = (a: string, b: string) =>
	align([...a], [...b], (one, other) => (one === other ? 1 : 0))
		.map((pair) => `${pair.a ?? '-'}${pair.b ?? '-'}`)
		.join(' ');

it('keeps the order of both lists, and what stands alone of the first comes first', () => {
	expect(letters('abc', 'abc')).toBe('aa bb cc');
	expect(letters('axc', 'ayc')).toBe('aa x- -y cc');
	expect(letters('abcd', 'bd')).toBe('a- bb c- dd');
	expect(letters('', 'ab')).toBe('-a -b');
	expect(letters('ab', '')).toBe('a- b-');
});

it('prefers the pairs that go together best', () => {
	const score = (a: string, b: string) => (a === b ? 3 : a[0] === b[0] ? 1 : 0);
	const pairs = align(['x1', 'x2'], ['x2'], score);
	expect(pairs).toEqual([
		{ a: 'x1', b: null },
		{ a: 'x2', b: 'x2' }
	]);
});
