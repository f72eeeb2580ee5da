import { expect, it } from 'vitest';
import { busiestMap } from './small-map.ts';

it('takes the map whose values differ most, not the one with the largest', () => {
	const data = Float32Array.of(9, 9, 9, 9, -1, 1, 1, -1, 0, 0, 0, 1);
	expect(busiestMap({ shape: [1, 3, 2, 2], data })).toEqual({
		rows: 2,
		columns: 2,
		values: Float32Array.of(-1, 1, 1, -1),
		min: -1,
		max: 1
	});
});

it.each([
	[1280, 32, 40],
	[10, 2, 5],
	[128, 8, 16],
	[7, 1, 7]
])('puts %d single values into %d lines of %d', (channels, rows, columns) => {
	const data = Float32Array.from({ length: channels }, (_, index) => index - 3);
	const small = busiestMap({ shape: [1, channels, 1, 1], data });
	expect(small).toMatchObject({ rows, columns, min: -3, max: channels - 4 });
	expect(small.values).toEqual(data);
});
