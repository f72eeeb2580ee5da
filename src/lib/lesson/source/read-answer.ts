/** What a gate or a question accepts, each wrong way with its feedback. */
import * as v from 'valibot';
import type { AnswerDraft, ChoiceDraft, NumberDraft } from './draft.ts';
import { describeFound, LessonError } from './lesson-error.ts';
import { words } from './names.ts';
import { codeFields, readCode } from './read-code.ts';
import { numbersFields, readNumbers } from './read-numbers.ts';
import { orderFields, readOrder } from './read-order.ts';
import { firstHidden } from '#lib/lesson/answers/same-number.ts';
import type { YamlSource } from './yaml-source.ts';

const option = v.strictObject({
	text: words,
	correct: v.optional(v.boolean(), false),
	feedback: words
});

const finite = v.pipe(v.number(), v.finite());

const number = v.strictObject({
	label: words,
	value: finite,
	tolerance: v.pipe(finite, v.minValue(0)),
	correct: words,
	wrong: v.array(v.strictObject({ value: finite, feedback: words })),
	otherwise: words
});

/** Fields of a fence that asks something; one of them is there. */
export const answerFields = {
	options: v.optional(v.pipe(v.array(option), v.minLength(2))),
	number: v.optional(number),
	numbers: v.optional(numbersFields),
	order: v.optional(orderFields),
	code: v.optional(codeFields)
};

type AnswerFields = {
	[Kind in keyof typeof answerFields]?: v.InferOutput<(typeof answerFields)[Kind]>;
};

/** @throws LessonError when no answer is right, or one could never be given */
export function readAnswer(fields: AnswerFields, yaml: YamlSource): AnswerDraft {
	const given = (Object.keys(answerFields) as (keyof AnswerFields)[]).filter(
		(kind) => fields[kind] !== undefined
	);
	if (given.length !== 1) {
		const expected = `one of ${Object.keys(answerFields).join(', ')}`;
		const found = given.length === 0 ? 'none' : given.join(' and ');
		throw new LessonError(yaml.at(given.length === 0 ? [] : [given[1]!]), expected, found);
	}
	const { options, number, numbers, order, code } = fields;
	if (options) return readChoice(options, yaml);
	if (number) return readNumber(number, yaml);
	if (numbers) return readNumbers(numbers, yaml);
	return order ? readOrder(order, yaml) : readCode(code!, yaml);
}

function readChoice(options: NonNullable<AnswerFields['options']>, yaml: YamlSource): ChoiceDraft {
	if (!options.some(({ correct }) => correct)) {
		throw new LessonError(yaml.at(['options']), 'at least one with correct: true', 'none');
	}
	const texts = options.map(({ text }) => text);
	const twice = texts.findIndex((text, index) => texts.indexOf(text) < index);
	if (twice >= 0) {
		const place = yaml.at(['options', twice, 'text']);
		throw new LessonError(place, 'an option that is not there yet', describeFound(texts[twice]));
	}
	return {
		kind: 'choice',
		options: options.map(({ text, correct, feedback }, index) => ({
			text: yaml.text(text, ['options', index, 'text']),
			correct,
			feedback: yaml.text(feedback, ['options', index, 'feedback'])
		}))
	};
}

function readNumber(number: NonNullable<AnswerFields['number']>, yaml: YamlSource): NumberDraft {
	const { label, value, tolerance, correct, wrong, otherwise } = number;
	const values = [value, ...wrong.map((entry) => entry.value)];
	const hidden = firstHidden(values, tolerance);
	if (hidden > 0) {
		const place = yaml.at(['number', 'wrong', hidden - 1, 'value']);
		const expected = `a value more than ${tolerance} away from those before`;
		throw new LessonError(place, expected, describeFound(values[hidden]));
	}
	return {
		kind: 'number',
		label,
		value,
		tolerance,
		correct: yaml.text(correct, ['number', 'correct']),
		wrong: wrong.map((entry, index) => ({
			value: entry.value,
			feedback: yaml.text(entry.feedback, ['number', 'wrong', index, 'feedback'])
		})),
		otherwise: yaml.text(otherwise, ['number', 'otherwise'])
	};
}
