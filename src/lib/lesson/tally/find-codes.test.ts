import { describe, expect, test } from 'vitest';
import { encodeAnswer, writeCode } from '#lib/lesson/answers/answer-code.ts';
import { findCodes, looksLikeCode } from './find-codes.ts';

const code = (place: number, outcome: number): string => encodeAnswer({ place, outcome });
const [a, b, c] = [code(7, 0), code(7, 1), code(900, 2)];
const find = (text: string) => findCodes(text, (place) => place === 7 || place === 900);

describe('codes', () => {
	test.each([
		[a, 1],
		[writeCode(a), 1],
		[a.toLowerCase(), 1],
		[`${a} ${b}`, 2],
		[`${a}${b}`, 2],
		[`${writeCode(a)}, ${writeCode(b)};${c}\n${a}`, 4],
		[`${a.slice(0, 3)} ${a.slice(3)} ${b}`, 2],
		[[...a].join(' '), 1],
		[a.replaceAll('0', 'o').replaceAll('1', 'l'), 1],
		[`${a} ${a} ${a}`, 3],
		[`1. ${writeCode(a)}\r\n2. ${writeCode(b)}\r\n17) ${b}`, 3]
	])('%j are %i', (text, counted) => {
		const { codes, others } = find(text);
		expect([codes.length, others]).toEqual([counted, []]);
	});

	test.each([
		['banana', ['banana']],
		['12', ['12']],
		[code(8, 0), [code(8, 0)]],
		['<script>', ['<script>']],
		[`${a.slice(0, 4)}`, [a.slice(0, 4)]],
		['', []]
	])('%j is none', (text, others) => {
		expect(find(text)).toEqual({ codes: [], others });
	});

	test('are found among names and times, and each name is said', () => {
		const text = `Anna: ${writeCode(a)}\n10:42 Bo Li  ${b.toLowerCase()}\nMax ${c.slice(0, 3)} ${c.slice(3)} :-)`;
		const { codes, others } = find(text);
		expect(codes.map(({ place, outcome }) => [place, outcome])).toEqual([
			[7, 0],
			[7, 1],
			[900, 2]
		]);
		expect(others).toEqual(['Anna:', '10:42 Bo Li', 'Max', ':-)']);
	});

	test('a misread one does not keep the others from being counted', () => {
		const { codes, others } = find(`${a} ${writeCode(b).slice(0, -1)}U ${b}`);
		expect([codes.length, others]).toEqual([2, [`${writeCode(b).slice(0, -1)}U`]]);
	});
});

test.each([
	['K7Q-3', true],
	['k7q-3ff', true],
	['K7Q 3F', true],
	['Anna:', false],
	['Bo Li:', false],
	['10:42 Bo Li', false],
	['7', false]
])('%j could be a code: %s', (text, could) => expect(looksLikeCode(text)).toBe(could));
