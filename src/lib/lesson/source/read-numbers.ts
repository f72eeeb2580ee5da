/** Several numbers at once, such as the taps of a kernel; each wrong one has its feedback. */
import * as v from 'valibot';
import type { NumbersDraft } from './draft.ts';
import { describeFound, LessonError } from './lesson-error.ts';
import { words } from './names.ts';
import { firstHidden } from '#lib/lesson/answers/same-number.ts';
import type { Path, YamlSource } from './yaml-source.ts';

const finite = v.pipe(v.number(), v.finite());
const wrongValues = v.optional(v.array(v.strictObject({ value: finite, feedback: words })), []);

export const numbersFields = v.strictObject({
	columns: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(5))),
	tolerance: v.pipe(finite, v.minValue(0)),
	fields: v.pipe(
		v.array(
			v.strictObject({
				label: words,
				value: finite,
				wrong: wrongValues,
				otherwise: v.optional(words)
			})
		),
		v.minLength(2),
		v.maxLength(12)
	),
	correct: words,
	/** Of every field that does not foresee the same value itself. */
	wrong: wrongValues,
	otherwise: v.optional(words)
});

type NumbersFields = v.InferOutput<typeof numbersFields>;

/** @throws LessonError when a field has no feedback for other values, or a value could never be given */
export function readNumbers(numbers: NumbersFields, yaml: YamlSource): NumbersDraft {
	const { columns, tolerance, fields, correct } = numbers;
	return {
		kind: 'numbers',
		columns: columns ?? null,
		tolerance,
		correct: yaml.text(correct, ['numbers', 'correct']),
		fields: fields.map((_, index) => readBlank(numbers, index, yaml))
	};
}

function readBlank(
	{ fields, tolerance, wrong: shared, otherwise: other }: NumbersFields,
	index: number,
	yaml: YamlSource
): NumbersDraft['fields'][number] {
	const { label, value, wrong: own, otherwise } = fields[index]!;
	const path: Path = ['numbers', 'fields', index];
	const values = [value, ...own.map((entry) => entry.value)];
	const hidden = firstHidden(values, tolerance);
	if (hidden > 0) {
		const expected = `a value more than ${tolerance} away from those before`;
		const place = yaml.at([...path, 'wrong', hidden - 1, 'value']);
		throw new LessonError(place, expected, describeFound(values[hidden]));
	}
	const otherwisePath = otherwise === undefined ? ['numbers', 'otherwise'] : [...path, 'otherwise'];
	const said = otherwise ?? other;
	if (said === undefined) {
		throw new LessonError(yaml.at(path), 'otherwise, here or for all numbers', 'nothing');
	}
	const read = (entries: typeof own, from: Path) =>
		entries.map(({ value, feedback }, place) => ({
			value,
			feedback: yaml.text(feedback, [...from, 'wrong', place, 'feedback'])
		}));
	const all = [...read(own, path), ...read(shared, ['numbers'])];
	return {
		label,
		value,
		wrong: all.filter(
			(entry, place) =>
				firstHidden([value, ...all.slice(0, place).map((e) => e.value), entry.value], tolerance) < 0
		),
		otherwise: yaml.text(said, otherwisePath)
	};
}
