import * as v from 'valibot';
import { expect, test } from 'vitest';
import { encodeAnswer } from '#lib/lesson/answers/answer-code.ts';
import { Store } from '#lib/state/shell/storage.ts';
import { ClassTally } from './class-tally.svelte.ts';

const code = (place: number, outcome: number): string => encodeAnswer({ place, outcome });
const [a, b, c] = [code(7, 0), code(7, 1), code(900, 2)];
const places = [7, 900];
const open = (store = new Store(() => null)): ClassTally =>
	new ClassTally((place) => places.includes(place), store);

test('are counted by question and answer, the last question first', () => {
	const tally = open();
	tally.add(`${a} ${a} ${b}`);
	tally.add(c);
	expect(tally.places).toEqual([900, 7]);
	expect([...tally.count(7)]).toEqual([
		[0, 2],
		[1, 1]
	]);
	tally.undo();
	expect(tally.places).toEqual([7]);
	tally.undo();
	expect([tally.size, tally.canUndo]).toEqual([0, false]);
});

test('what was cleared can be taken back, and what is no code changes nothing', () => {
	const tally = open();
	expect(tally.add(`${a} ${b}`)).toEqual({ counted: 2, others: [] });
	expect(tally.add('banana')).toEqual({ counted: 0, others: ['banana'] });
	tally.clear();
	expect(tally.size).toBe(0);
	tally.undo();
	expect(tally.size).toBe(2);
	tally.undo();
	expect(tally.size).toBe(0);
});

test('a page that is loaded again counts what was counted, questions that are no more left out', () => {
	const store = new Store(() => null);
	const tally = open(store);
	tally.add(`${a} ${b} ${c}`);
	tally.add(a);
	tally.undo();
	const again = open(store);
	expect(again.size).toBe(0);
	again.restore();
	expect([again.size, again.canUndo]).toEqual([3, false]);
	const newer = new ClassTally((place) => place === 7, store);
	newer.restore();
	expect(newer.places).toEqual([7]);
	store.clear();
	again.restore();
	expect(again.size).toBe(0);
});

test('kept text that is no list of codes counts nothing', () => {
	const store = new Store(() => null);
	for (const kept of [['12345'], ['']]) {
		store.slot('tally', 1, v.array(v.string()), []).write(kept);
		const tally = open(store);
		tally.restore();
		expect(tally.size).toBe(0);
	}
});
