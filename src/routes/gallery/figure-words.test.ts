import { describe, expect, it } from 'vitest';
import { figures } from '#lib/figures/registry.ts';
import { en } from '#lib/strings/en.ts';
import { figuresOf, roomOf, wordsOf } from './figure-words.ts';

const named = [...figuresOf('lessons', en), ...figuresOf('network', en)].map(([name]) => name);

describe('the words of the gallery', () => {
	it('are there for every figure, and for nothing else', () => {
		expect([...named].sort()).toEqual(Object.keys(figures).sort());
	});

	it('let a figure without words go by its own name', () => {
		expect(wordsOf('nope', en)).toEqual({ title: 'nope', text: '' });
	});

	it('count a figure that tells its page something to the network page', () => {
		for (const [name] of figuresOf('lessons', en)) {
			expect(figures[name]?.events ?? [], name).toEqual([]);
			expect(roomOf(name, en)).toBe('whole');
		}
	});
});
