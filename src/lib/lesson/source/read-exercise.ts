/** What makes a gate or a question an exercise: a name in the list of exercises, and two hints. */
import * as v from 'valibot';
import { describeFound, LessonError, type Text } from './lesson-error.ts';
import { words } from './names.ts';
import type { YamlSource } from './yaml-source.ts';

const MOST_HINTS = 2;

export const exerciseFields = {
	exercise: v.optional(words),
	hints: v.optional(v.pipe(v.array(words), v.maxLength(MOST_HINTS)), [])
};

interface ExerciseFields {
	readonly exercise?: string | undefined;
	readonly hints: readonly string[];
}

/** @throws LessonError when an exercise has fewer than two hints */
export function readExercise(
	fields: ExerciseFields,
	yaml: YamlSource
): { readonly exercise: string | null; readonly hints: readonly Text[] } {
	const { exercise = null, hints } = fields;
	if (exercise !== null && hints.length < MOST_HINTS) {
		const expected = `${MOST_HINTS} hints, since it is an exercise`;
		throw new LessonError(yaml.at(['hints']), expected, describeFound(hints.length));
	}
	return { exercise, hints: hints.map((hint, index) => yaml.text(hint, ['hints', index])) };
}
