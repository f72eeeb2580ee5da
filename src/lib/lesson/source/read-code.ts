/** A function to write: a task of `src/lib/exercises/`, and what is said of each mistake that it knows. */
import * as v from 'valibot';
import { codeTasks } from '#lib/exercises/tasks.ts';
import type { CodeDraft } from './draft.ts';
import { describeFound, LessonError, oneOf } from './lesson-error.ts';
import { name, words } from './names.ts';
import type { YamlSource } from './yaml-source.ts';

export const codeFields = v.strictObject({
	task: name,
	correct: words,
	wrong: v.array(v.strictObject({ name, feedback: words })),
	otherwise: words
});

/** @throws LessonError when there is no such task, or one of its mistakes has no feedback */
export function readCode(
	{ task, correct, wrong, otherwise }: v.InferOutput<typeof codeFields>,
	yaml: YamlSource
): CodeDraft {
	const known = Object.hasOwn(codeTasks, task) ? codeTasks[task] : undefined;
	if (!known) {
		const expected = oneOf('a task', Object.keys(codeTasks), task);
		throw new LessonError(yaml.at(['code', 'task']), expected, describeFound(task));
	}
	const mistakes = Object.keys(known.mistakes);
	const found = wrong.map((entry) => entry.name);
	if (mistakes.toSorted().join() !== found.toSorted().join()) {
		const place = yaml.at(['code', 'wrong']);
		throw new LessonError(place, `feedback for ${mistakes.join(', ')}`, found.join(', '));
	}
	return {
		kind: 'code',
		task,
		correct: yaml.text(correct, ['code', 'correct']),
		wrong: wrong.map(({ name, feedback }, index) => ({
			name,
			feedback: yaml.text(feedback, ['code', 'wrong', index, 'feedback'])
		})),
		otherwise: yaml.text(otherwise, ['code', 'otherwise'])
	};
}
