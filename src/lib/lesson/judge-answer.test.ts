import { describe, expect, it } from 'vitest';
import { judgeAnswer, letterOf, nameGiven, nameOfAsked } from './judge-answer.ts';
import type { ChoiceAnswer, NumberAnswer } from './lesson.ts';

const choice: ChoiceAnswer = {
	kind: 'choice',
	options: [
		{ html: 'all nine', correct: false, feedbackHtml: 'only the centre' },
		{ html: 'the centre', correct: true, feedbackHtml: 'it is' }
	]
};

/** b′ = 2.5 of the exercise; who forgets to scale the mean gets 5.5. */
const number: NumberAnswer = {
	kind: 'number',
	label: 'the new bias',
	value: 2.5,
	tolerance: 0.005,
	correctHtml: 'yes',
	wrong: [{ value: 5.5, feedbackHtml: 'scale the mean too' }],
	otherwiseHtml: 'look again'
};

const typed = (text: string) => judgeAnswer(number, { kind: 'number', text });

describe('an option', () => {
	it('is worth what the writer says, with feedback of its own', () => {
		expect(judgeAnswer(choice, { kind: 'option', index: 1 })).toEqual({
			correct: true,
			feedbackHtml: 'it is'
		});
		expect(judgeAnswer(choice, { kind: 'option', index: 0 })).toEqual({
			correct: false,
			feedbackHtml: 'only the centre'
		});
	});

	it('that is not there is worth nothing', () => {
		expect(judgeAnswer(choice, { kind: 'option', index: 7 })).toEqual({
			correct: false,
			feedbackHtml: null
		});
	});
});

describe('a number', () => {
	it.each(['2.5', '2,5', '+2.5', '２．５', '2.504', ' 2.50 ', '25e-1'])('%j is right', (text) =>
		expect(typed(text)).toEqual({ correct: true, feedbackHtml: 'yes' })
	);

	it.each(['5.5', '5,5'])('%j has the feedback of its misconception', (text) =>
		expect(typed(text)).toEqual({ correct: false, feedbackHtml: 'scale the mean too' })
	);

	it.each(['-2.5', '−2.5', '2.51', '0', '1e300'])('%j is wrong', (text) =>
		expect(typed(text)).toEqual({ correct: false, feedbackHtml: 'look again' })
	);

	it.each(['', 'banana', 'NaN', '1e999'])('%j is no answer', (text) =>
		expect(typed(text)).toEqual({ correct: false, feedbackHtml: null })
	);
});

it('not knowing, or an answer of the wrong kind, is no answer', () => {
	const none = { correct: false, feedbackHtml: null };
	expect(judgeAnswer(choice, { kind: 'unknown' })).toEqual(none);
	expect(judgeAnswer(number, { kind: 'unknown' })).toEqual(none);
	expect(judgeAnswer(choice, { kind: 'number', text: '1' })).toEqual(none);
	expect(judgeAnswer(number, { kind: 'option', index: 0 })).toEqual(none);
});

it('options have letters', () => {
	expect([0, 1, 25].map(letterOf)).toEqual(['A', 'B', 'Z']);
	expect(nameGiven({ kind: 'option', index: 1 }, '?')).toBe('B');
	expect(nameGiven({ kind: 'number', text: '2,5' }, '?')).toBe('2,5');
	expect(nameGiven({ kind: 'unknown' }, '?')).toBe('?');
});

it('what is asked has a name that changes with it', () => {
	expect(nameOfAsked(choice)).toBe(nameOfAsked(structuredClone(choice)));
	const swapped = { ...choice, options: choice.options.toReversed() };
	expect(nameOfAsked(swapped)).not.toBe(nameOfAsked(choice));
	expect(nameOfAsked({ ...number, value: 2.6 })).not.toBe(nameOfAsked(number));
});
