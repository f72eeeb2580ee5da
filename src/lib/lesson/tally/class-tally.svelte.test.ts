import { expect, test } from 'vitest';
import { encodeAnswer } from '#lib/lesson/answers/answer-code.ts';
import { ClassTally } from './class-tally.svelte.ts';

const code = (place: number, outcome: number): string => encodeAnswer({ place, outcome });
const [a, b, c] = [code(7, 0), code(7, 1), code(900, 2)];
const open = (): ClassTally => new ClassTally((place) => place === 7 || place === 900);

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
