import { expect, test } from 'vitest';
import type { Given } from '#lib/state/lesson/progress.svelte.ts';
import type { Asked, ChoiceAnswer } from '#lib/lesson/lesson.ts';
import { codedPlace, OTHER, outcomeOf, outcomesOf, UNKNOWN } from './outcomes.ts';

const number: Asked = {
	kind: 'number',
	label: 'b',
	value: 2.5,
	tolerance: 0.01,
	correctHtml: 'yes',
	wrong: [{ value: -3.5, feedbackHtml: 'scale the mean' }],
	otherwiseHtml: 'no'
};
const choice: ChoiceAnswer = {
	kind: 'choice',
	options: [
		{ html: 'nine', correct: false, feedbackHtml: 'f' },
		{ html: 'one', correct: true, feedbackHtml: 'g' }
	]
};
const numbers: Asked = {
	kind: 'numbers',
	columns: null,
	tolerance: 0,
	correctHtml: 'yes',
	fields: ['first', 'second'].map((label, index) => {
		return { label, value: index, wrong: [], otherwiseHtml: label };
	})
};
const order: Asked = {
	kind: 'order',
	steps: ['a', 'b', 'c'],
	correctHtml: 'yes',
	wrong: [{ early: 2, before: 0, feedbackHtml: 'c too early' }],
	otherwiseHtml: 'no'
};

test.each<[Asked, Given, number]>([
	[number, { kind: 'number', text: '2,5' }, 0],
	[number, { kind: 'number', text: '−3.5' }, 1],
	[number, { kind: 'number', text: '7' }, OTHER],
	[number, { kind: 'unknown' }, UNKNOWN],
	[choice, { kind: 'option', index: 1 }, 1],
	[choice, { kind: 'option', index: 9 }, UNKNOWN],
	[numbers, { kind: 'numbers', texts: ['0', '1'] }, 0],
	[numbers, { kind: 'numbers', texts: ['5', '5'] }, 1],
	[numbers, { kind: 'numbers', texts: ['0', '5'] }, 2],
	[order, { kind: 'order', order: [0, 1, 2] }, 0],
	[order, { kind: 'order', order: [2, 0, 1] }, 1],
	[order, { kind: 'order', order: [1, 0, 2] }, OTHER]
])('%#', (asked, given, outcome) => {
	expect(outcomeOf(asked, given)).toBe(outcome);
	expect(outcomesOf(asked).has(outcome)).toBe(true);
});

test('one outcome is right', () => {
	for (const asked of [number, choice, numbers, order]) {
		const right = [...outcomesOf(asked).values()].filter((outcome) => outcome.right);
		expect(right).toHaveLength(1);
	}
});

test('codes of what was asked before are those of another question; new feedback changes none', () => {
	const place = codedPlace('lesson', 'gate', choice);
	const options = (html: string, feedbackHtml: string): Asked => ({
		...choice,
		options: [{ html, correct: false, feedbackHtml }, choice.options[1]!]
	});
	expect(codedPlace('lesson', 'gate', options('nine', 'other words'))).toBe(place);
	expect(codedPlace('lesson', 'gate', options('ten', 'f'))).not.toBe(place);
});
