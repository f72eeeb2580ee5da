import { describe, expect, it } from 'vitest';
import { judgeAnswer, letterOf, nameGiven, nameOfAsked } from './judge-answer.ts';
import type {
	ChoiceAnswer,
	CodeAnswer,
	NumberAnswer,
	NumbersAnswer,
	OrderAnswer
} from '#lib/lesson/lesson.ts';

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
			feedbackHtml: 'it is',
			parts: []
		});
		expect(judgeAnswer(choice, { kind: 'option', index: 0 })).toEqual({
			correct: false,
			feedbackHtml: 'only the centre',
			parts: []
		});
	});

	it('that is not there is worth nothing', () => {
		expect(judgeAnswer(choice, { kind: 'option', index: 7 })).toEqual({
			correct: false,
			feedbackHtml: null,
			parts: []
		});
	});
});

describe('a number', () => {
	it.each(['2.5', '2,5', '+2.5', '２．５', '2.504', ' 2.50 ', '25e-1'])('%j is right', (text) =>
		expect(typed(text)).toEqual({ correct: true, feedbackHtml: 'yes', parts: [] })
	);

	it.each(['1,188', '1.188', '1 188', '1188'])('of thousands may be written as %j', (text) => {
		const thousands = { ...number, value: 1188, tolerance: 0 };
		expect(judgeAnswer(thousands, { kind: 'number', text }).correct).toBe(true);
		const foreseen = { ...thousands, value: 864, wrong: [{ value: 1188, feedbackHtml: 'known' }] };
		expect(judgeAnswer(foreseen, { kind: 'number', text }).feedbackHtml).toBe('known');
	});

	it('with three decimals is not taken for thousands', () => {
		const decimals = { ...number, value: 1.188, tolerance: 0 };
		expect(judgeAnswer(decimals, { kind: 'number', text: '1,188' }).correct).toBe(true);
		expect(judgeAnswer(decimals, { kind: 'number', text: '1188' }).correct).toBe(false);
	});

	it.each(['5.5', '5,5'])('%j has the feedback of its misconception', (text) =>
		expect(typed(text)).toEqual({ correct: false, feedbackHtml: 'scale the mean too', parts: [] })
	);

	it.each(['-2.5', '−2.5', '2.51', '0', '1e300'])('%j is wrong', (text) =>
		expect(typed(text)).toEqual({ correct: false, feedbackHtml: 'look again', parts: [] })
	);

	it.each(['', 'banana', 'NaN', '1e999'])('%j is no answer', (text) =>
		expect(typed(text)).toEqual({ correct: false, feedbackHtml: null, parts: [] })
	);
});

it('not knowing, or an answer of the wrong kind, is no answer', () => {
	const none = { correct: false, feedbackHtml: null, parts: [] };
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

describe('several numbers', () => {
	const pair: NumbersAnswer = {
		kind: 'numbers',
		columns: null,
		tolerance: 0.005,
		correctHtml: 'both',
		fields: [
			{
				label: 'first',
				value: 2,
				wrong: [{ value: 1, feedbackHtml: 'bend first' }],
				otherwiseHtml: 'a'
			},
			{ label: 'second', value: 1, wrong: [], otherwiseHtml: 'b' }
		]
	};
	const typedBoth = (...texts: string[]) => judgeAnswer(pair, { kind: 'numbers', texts });

	it.each([
		[['2', '1'], true, []],
		[['2,000', '１'], true, []],
		[['1', '1'], false, [['first', 'bend first']]],
		[['7', '1'], false, [['first', 'a']]],
		[
			['1', '3'],
			false,
			[
				['first', 'bend first'],
				['second', 'b']
			]
		]
	])('%j', (texts, correct, parts) => {
		const verdict = typedBoth(...texts);
		expect(verdict.correct).toBe(correct);
		expect(verdict.feedbackHtml).toBe(correct ? 'both' : '');
		expect(verdict.parts.map((part) => [part.labels.join(), part.feedbackHtml])).toEqual(parts);
	});

	it.each([[['2']], [['2', '']], [['2', 'NaN']], [['2', '1', '1']]])('%j is no answer', (texts) =>
		expect(typedBoth(...texts)).toEqual({ correct: false, feedbackHtml: null, parts: [] })
	);
});

describe('steps', () => {
	const steps: OrderAnswer = {
		kind: 'order',
		steps: ['a', 'b', 'c'],
		correctHtml: 'yes',
		wrong: [{ early: 2, before: 0, feedbackHtml: 'c too early' }],
		otherwiseHtml: 'no'
	};

	it.each([
		[[0, 1, 2], 'yes'],
		[[2, 0, 1], 'c too early'],
		[[1, 2, 0], 'c too early'],
		[[1, 0, 2], 'no'],
		[[0, 1], null],
		[[0, 0, 1], null],
		[[0, 1, 2, 2], null]
	])('%j', (order, feedback) => {
		const verdict = judgeAnswer(steps, { kind: 'order', order });
		expect(verdict.feedbackHtml).toBe(feedback);
		expect(verdict.correct).toBe(feedback === 'yes');
	});
});

it.each([
	['right', true, 'yes'],
	['no-root', false, 'take the root'],
	['other', false, 'no'],
	['', false, 'no']
])('code with the outcome %j', (outcome, correct, feedbackHtml) => {
	const code: CodeAnswer = {
		kind: 'code',
		task: 'fuse-batch-norm',
		correctHtml: 'yes',
		wrong: [{ name: 'no-root', feedbackHtml: 'take the root' }],
		otherwiseHtml: 'no'
	};
	const verdict = judgeAnswer(code, { kind: 'code', text: 'f', outcome });
	expect(verdict).toEqual({ correct, feedbackHtml, parts: [] });
});
