import { describe, expect, it, vi } from 'vitest';
import { GridCursor } from './grid-cursor.svelte.ts';

const place = { row: 1, column: 2 };

/** A cursor on a 3 × 3 grid whose selection its owner keeps. */
function grid({ edit = true, follow = true } = {}) {
	const state = { rows: 3, columns: 3, selected: null as typeof place | null };
	const onedit = vi.fn();
	const onfollow = vi.fn();
	const cursor = new GridCursor(() => ({
		...state,
		onselect: (row, column) => void (state.selected = { row, column }),
		...(edit && { onedit }),
		...(follow && { onfollow })
	}));
	return { state, cursor, onedit, onfollow };
}

describe('clicks', () => {
	it('select first, and open the cell when clicked again', () => {
		const { cursor, state } = grid();
		cursor.click(place, 0);
		expect(state.selected).toEqual(place);
		expect(cursor.editing).toBeNull();
		cursor.click(place, 1000);
		expect(cursor.editing).toEqual(place);
	});

	it('never open a grid that cannot be edited', () => {
		const { cursor } = grid({ edit: false });
		cursor.click(place, 0);
		cursor.click(place, 1000);
		expect(cursor.editing).toBeNull();
		expect(cursor.edit(place)).toBe(false);
	});

	it('follow when doubled, also where the first half opened a field', () => {
		const { cursor, onfollow } = grid();
		cursor.click(place, 0);
		cursor.click(place, 100);
		cursor.doubleClick(place, 110);
		expect(onfollow).toHaveBeenCalledExactlyOnceWith(1, 2);
		expect(cursor.editing).toBeNull();
	});

	it('leave a field alone in which the reader doubles a click', () => {
		const { cursor, onfollow } = grid();
		cursor.click(place, 0);
		cursor.click(place, 1000);
		cursor.doubleClick(place, 9000);
		expect(onfollow).not.toHaveBeenCalled();
		expect(cursor.editing).toEqual(place);
	});

	it('leave the field open where nothing can be followed', () => {
		const { cursor } = grid({ follow: false });
		cursor.click(place, 0);
		cursor.click(place, 100);
		cursor.doubleClick(place, 110);
		expect(cursor.editing).toEqual(place);
	});
});

describe('typing', () => {
	it('takes numbers with a comma and any minus sign', () => {
		const { cursor, onedit } = grid();
		cursor.edit(place);
		expect(cursor.commit('−0,5')).toBe(true);
		expect(onedit).toHaveBeenCalledExactlyOnceWith(1, 2, -0.5);
		expect(cursor.editing).toBeNull();
	});

	it('refuses what is no number, and keeps the field open', () => {
		const { cursor, onedit } = grid();
		cursor.edit(place);
		expect(cursor.commit('half')).toBe(false);
		expect(cursor.refused).toBe(true);
		expect(cursor.editing).toEqual(place);
		expect(onedit).not.toHaveBeenCalled();
		expect(cursor.cancel()).toEqual(place);
		expect(cursor.refused).toBe(false);
	});

	it('tells nothing after it was left', () => {
		const { cursor, onedit } = grid();
		expect(cursor.commit('1')).toBe(false);
		expect(onedit).not.toHaveBeenCalled();
	});
});

it('has its tab stop at the selected cell, inside the grid', () => {
	const { cursor, state } = grid();
	expect(cursor.active).toEqual({ row: 0, column: 0 });
	state.selected = { row: 7, column: 1 };
	const other = new GridCursor(() => state);
	expect(other.active).toEqual({ row: 2, column: 1 });
});
