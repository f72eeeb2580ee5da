import { expect, it } from 'vitest';
import { fieldFrame } from './field-frame.ts';

const picture = { width: 20, height: 10 };
const window = (rows: [number, number], columns: [number, number]) => ({
	rows: { first: rows[0], last: rows[1] },
	columns: { first: columns[0], last: columns[1] }
});

it('is one frame where all of it lies in the picture', () => {
	const field = window([2, 4], [10, 14]);
	expect(fieldFrame({ seen: field, reach: field }, picture, 3)).toEqual({
		seen: { x: 10, y: 2, width: 5, height: 3 },
		reach: null,
		beyond: '',
		centre: { x: 12.5, y: 3.5 }
	});
});

it('shows what lies beyond the border as far as the margin goes', () => {
	const field = { seen: window([0, 2], [18, 19]), reach: window([-2, 2], [18, 40]) };
	const { reach, beyond, centre } = fieldFrame(field, picture, 3);
	expect(reach).toEqual({ x: 18, y: -2, width: 5, height: 5 });
	expect(beyond).toBe('M18 -2h5v5h-5zM18 0h2v3h-2z');
	expect(centre).toEqual({ x: 29.5, y: 0.5 });
});

it('stays in the picture without a margin', () => {
	const field = { seen: window([0, 2], [0, 1]), reach: window([-2, 2], [-1, 1]) };
	expect(fieldFrame(field, picture, 0)).toMatchObject({ reach: null, beyond: '' });
});
