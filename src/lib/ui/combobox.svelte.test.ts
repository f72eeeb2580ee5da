import { describe, expect, it } from 'vitest';
import { Combobox } from './combobox.svelte.ts';

const words = ['alpha', 'beta', 'gamma'];

function open() {
	const chosen: string[] = [];
	const find = (query: string) => words.filter((word) => word.includes(query));
	const box = new Combobox(find, (word) => chosen.push(word));
	return { box, chosen };
}

describe('a combobox', () => {
	it('finds while the reader types, and Enter takes the first', () => {
		const { box, chosen } = open();
		expect(box.found).toEqual([]);
		box.type('mm');
		expect([box.open, box.at]).toEqual([true, 0]);
		expect(box.found).toEqual(['gamma']);
		expect(box.press('Enter')).toBe(true);
		expect(chosen).toEqual(['gamma']);
		expect([box.open, box.query, box.at]).toEqual([false, '', null]);
	});

	it('goes round with the arrow keys, which open the list as well', () => {
		const { box, chosen } = open();
		box.press('ArrowDown');
		expect([box.open, box.at]).toEqual([true, 0]);
		box.press('ArrowUp');
		expect(box.at).toBe(2);
		box.press('ArrowDown');
		box.press('ArrowDown');
		box.press('Enter');
		expect(chosen).toEqual(['beta']);
		box.press('ArrowUp');
		expect(box.at).toBe(2);
	});

	it('leaves Enter alone where nothing is marked', () => {
		const { box, chosen } = open();
		expect(box.press('Enter')).toBe(false);
		box.type('nowhere');
		expect(box.press('Enter')).toBe(false);
		expect(chosen).toEqual([]);
		expect(box.press('ArrowDown')).toBe(true);
		expect(box.at).toBeNull();
	});

	it('closes with Escape, then empties the field, then leaves the key alone', () => {
		const { box } = open();
		box.type('a');
		expect(box.press('Escape')).toBe(true);
		expect([box.open, box.query]).toEqual([false, 'a']);
		expect(box.press('Escape')).toBe(true);
		expect(box.query).toBe('');
		expect(box.press('Escape')).toBe(false);
		expect(box.press('a')).toBe(false);
	});
});
