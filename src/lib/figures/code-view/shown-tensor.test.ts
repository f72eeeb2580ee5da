import { expect, test } from 'vitest';
import { toShown } from './shown-tensor.ts';

const tensor = (shape: number[], values: (number | 'NaN')[]) =>
	toShown({ kind: 'tensor', name: 't', shape, low: 0, high: 1, values });

test('axes before the last two are channels', () => {
	expect(tensor([2, 1, 1, 2], [1, 2, 3, 4])).toEqual({ cut: false, values: [[[1, 2]], [[3, 4]]] });
});

test('one axis is a row, and what is no number stays none', () => {
	expect(tensor([3], [1, 'NaN', 3])).toEqual({ cut: false, values: [[[1, NaN, 3]]] });
});

test('maps that were not sent are missing, and said to be', () => {
	expect(tensor([3, 1, 2], [1, 2])).toEqual({ cut: true, values: [[[1, 2]]] });
	expect(tensor([100, 100], [])).toEqual({ cut: true, values: [] });
	expect(tensor([0, 4], [])).toEqual({ cut: false, values: [] });
});
