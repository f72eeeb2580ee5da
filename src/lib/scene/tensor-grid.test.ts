import { describe, expect, it } from 'vitest';
import { cellColours, gridText, indexOf, movePlace, placeAt } from './tensor-grid.ts';

const extents = { rows: 3, columns: 4 };
const from = { row: 1, column: 1 };

describe('movePlace', () => {
	it.each([
		['ArrowRight', [1, 2]],
		['ArrowLeft', [1, 0]],
		['ArrowUp', [0, 1]],
		['ArrowDown', [2, 1]],
		['Home', [1, 0]],
		['End', [1, 3]]
	])('%s', (key, [row, column]) => {
		expect(movePlace({ key }, from, extents)).toEqual({ row, column });
	});

	it('goes to the corners with Ctrl', () => {
		expect(movePlace({ key: 'Home', ctrlKey: true }, from, extents)).toEqual({ row: 0, column: 0 });
		expect(movePlace({ key: 'End', ctrlKey: true }, from, extents)).toEqual({ row: 2, column: 3 });
		expect(movePlace({ key: 'c', ctrlKey: true }, from, extents)).toBeNull();
	});

	it('stays in the grid, also with a leap', () => {
		const corner = { row: 2, column: 3 };
		expect(movePlace({ key: 'ArrowDown' }, corner, extents)).toEqual(corner);
		expect(movePlace({ key: 'ArrowLeft', shiftKey: true }, corner, extents, 8)).toEqual({
			row: 2,
			column: 0
		});
	});

	it('leaves other keys alone', () => {
		expect(movePlace({ key: 'Enter' }, from, extents)).toBeNull();
		expect(movePlace({ key: 'ArrowLeft', altKey: true }, from, extents)).toBeNull();
		expect(movePlace({ key: 'toString' }, from, extents)).toBeNull();
	});
});

it('finds the place under a point', () => {
	expect(placeAt(0.5, 0.34, extents)).toEqual({ row: 1, column: 2 });
	expect(placeAt(1, 1, extents)).toEqual({ row: 2, column: 3 });
	expect(indexOf({ row: 1, column: 2 }, 4)).toBe(6);
});

it('writes dark digits on light cells and light digits on dark ones', () => {
	const scale = { kind: 'signed', low: -1, high: 1 } as const;
	expect(cellColours(scale, 0).ink).toBe('black');
	expect(cellColours(scale, 1).ink).toBe('white');
	expect(cellColours(scale, -1).fill).toBe('rgb(45 0 75)');
});

it('copies rows as lines with tabs', () => {
	expect(gridText([1, 2, 3, 4, 5, 6], 3, String)).toBe('1\t2\t3\n4\t5\t6');
});
