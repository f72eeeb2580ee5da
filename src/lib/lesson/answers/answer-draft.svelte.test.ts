import { describe, expect, it } from 'vitest';
import { AnswerDraft } from './answer-draft.svelte.ts';

describe('a choice', () => {
	it('is taken once something is chosen', () => {
		const draft = new AnswerDraft('choice', null);
		expect(draft.take()).toBeNull();
		expect(draft.fault).toBe('nothing chosen');
		draft.chooseOption(0);
		expect(draft.fault).toBeNull();
		expect(draft.take()).toEqual({ kind: 'option', index: 0 });
	});

	it('is an option or not knowing, never both', () => {
		const draft = new AnswerDraft('choice', null);
		draft.chooseOption(2);
		draft.setUnknown(true);
		expect(draft.option).toBeNull();
		expect(draft.take()).toEqual({ kind: 'unknown' });
		draft.chooseOption(1);
		expect(draft.unknown).toBe(false);
	});
});

describe('a number', () => {
	it.each(['2.5', '2,5', ' −3 ', '４'])('%j is taken', (text) => {
		const draft = new AnswerDraft('number', null);
		draft.type(text);
		expect(draft.take()).toEqual({ kind: 'number', text: text.trim() });
	});

	it.each([
		['banana', 'no number'],
		['NaN', 'no number'],
		['1e999', 'no number'],
		['two', 'no number'],
		['1.28×', 'with a unit'],
		['1188 weights', 'with a unit'],
		['  ', 'nothing typed']
	] as const)('%j is not, and stays in the field', (text, fault) => {
		const draft = new AnswerDraft('number', null);
		draft.type(text);
		expect(draft.take()).toBeNull();
		expect(draft.fault).toBe(fault);
		expect(draft.text).toBe(text);
	});

	it('stays typed when the reader does not know after all', () => {
		const draft = new AnswerDraft('number', null);
		draft.type('banana');
		draft.setUnknown(true);
		expect(draft.take()).toEqual({ kind: 'unknown' });
		expect(draft.text).toBe('banana');
	});
});

it('begins with an answer that was given before', () => {
	const given = { kind: 'number', text: '2,5' } as const;
	expect(new AnswerDraft('number', given).take()).toEqual(given);
	expect(new AnswerDraft('choice', { kind: 'unknown' }).take()).toEqual({ kind: 'unknown' });
});

describe('several numbers', () => {
	it('are taken once all are typed', () => {
		const draft = new AnswerDraft('numbers', null, 2);
		expect(draft.take()).toBeNull();
		expect(draft.fault).toBe('nothing typed');
		draft.type('1,5', 0);
		expect(draft.take()).toBeNull();
		expect(draft.fault).toBe('not all typed');
		draft.type('banana', 1);
		expect(draft.take()).toBeNull();
		expect([draft.fault, draft.faultyText]).toEqual(['no number', 'banana']);
		draft.type(' ２ ', 1);
		expect(draft.take()).toEqual({ kind: 'numbers', texts: ['1,5', '２'] });
	});
});

it('steps are moved, not over the ends, and stand as they were put', () => {
	const draft = new AnswerDraft('order', null, 3);
	expect(draft.order).toEqual([1, 2, 0]);
	draft.move(0, -1);
	draft.move(2, 3);
	expect(draft.order).toEqual([1, 2, 0]);
	draft.move(2, 0);
	expect(draft.take()).toEqual({ kind: 'order', order: [0, 1, 2] });
	expect(new AnswerDraft('order', { kind: 'order', order: [2, 1, 0] }, 3).order).toEqual([2, 1, 0]);
});
