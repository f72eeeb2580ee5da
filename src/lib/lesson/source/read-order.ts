/** Steps to put in order, written in the right order, with what a wrong order says of the reader. */
import * as v from 'valibot';
import type { OrderDraft } from './draft.ts';
import { describeFound, LessonError } from './lesson-error.ts';
import { words } from './names.ts';
import type { YamlSource } from './yaml-source.ts';

const counted = v.pipe(v.number(), v.integer(), v.minValue(1));

export const orderFields = v.strictObject({
	steps: v.pipe(v.array(words), v.minLength(3), v.maxLength(8)),
	correct: words,
	/** Step `early` stands before step `before`, both counted from 1 in the right order. */
	wrong: v.array(v.strictObject({ early: counted, before: counted, feedback: words })),
	otherwise: words
});

/** @throws LessonError when what is called wrong is right, or names a step that is not there */
export function readOrder(
	{ steps, correct, wrong, otherwise }: v.InferOutput<typeof orderFields>,
	yaml: YamlSource
): OrderDraft {
	for (const [index, { early, before }] of wrong.entries()) {
		if (early <= before || early > steps.length) {
			const place = yaml.at(['order', 'wrong', index, 'early']);
			throw new LessonError(place, `a step after step ${before}`, describeFound(early));
		}
	}
	return {
		kind: 'order',
		steps: steps.map((step, index) => yaml.text(step, ['order', 'steps', index])),
		correct: yaml.text(correct, ['order', 'correct']),
		wrong: wrong.map(({ early, before, feedback }, index) => ({
			early: early - 1,
			before: before - 1,
			feedback: yaml.text(feedback, ['order', 'wrong', index, 'feedback'])
		})),
		otherwise: yaml.text(otherwise, ['order', 'otherwise'])
	};
}
