import { describe, expect, test } from 'vitest';
import { encodeAnswer, writeCode } from './answer-code.ts';
import { ClassTally } from './class-tally.svelte.ts';

const code = (place: number, outcome: number): string => encodeAnswer({ place, outcome });
const [a, b, c] = [code(7, 0), code(7, 1), code(900, 2)];
const open = (): ClassTally => new ClassTally((place) => place === 7 || place === 900);

describe('codes', () => {
	test.each([
		[a, 1],
		[writeCode(a), 1],
		[a.toLowerCase(), 1],
		[`${a} ${b}`, 2],
		[`${a}${b}`, 2],
		[`${writeCode(a)}, ${writeCode(b)};${c}\n${a}`, 4],
		[`${a.slice(0, 3)} ${a.slice(3)} ${b}`, 2],
		[a.replaceAll('0', 'o').replaceAll('1', 'l'), 1],
		[`${a} ${a} ${a}`, 3]
	])('%j are %i', (text, counted) => {
		expect(open().add(text)).toEqual({ counted, refused: [] });
	});

	test.each([
		['banana', ['banana']],
		['12', ['12']],
		[code(8, 0), [code(8, 0)]],
		['<script>', ['<script>']],
		['', []]
	])('%j is none', (text, refused) => {
		const tally = open();
		expect(tally.add(text)).toEqual({ counted: 0, refused });
		expect(tally.size).toBe(0);
	});

	test('a wrong one does not keep the others from being counted', () => {
		const tally = open();
		expect(tally.add(`${a}, banana, ${b}`)).toEqual({ counted: 2, refused: ['banana'] });
	});
});

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
	tally.undo();
	expect(tally.size).toBe(0);
	tally.add(a);
	tally.clear();
	expect(tally.size).toBe(0);
});
