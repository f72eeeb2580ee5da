import { expect, test } from 'vitest';
import type { TallyQuestion } from '#lib/lesson/tally/tally-questions.ts';
import { barsOf } from './bars.ts';

const question = {
	outcomes: [
		[0, { kind: 'option', letter: 'A', html: 'a', right: false }],
		[1, { kind: 'option', letter: 'B', html: 'b', right: true }],
		[31, { kind: 'unknown', right: false }]
	]
} as unknown as TallyQuestion;

test('bars have their counts, shares and lengths', () => {
	const bars = barsOf(
		question,
		new Map([
			[1, 2],
			[0, 1],
			[5, 9]
		])
	);
	expect(bars.map(({ count, share, length }) => [count, share, length])).toEqual([
		[1, 33.3, 50],
		[2, 66.7, 100],
		[0, 0, 0]
	]);
});

test('without answers there is nothing to divide by', () => {
	for (const { share, length } of barsOf(question, new Map()))
		expect([share, length]).toEqual([0, 0]);
});
