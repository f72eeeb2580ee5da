/** The exercises of a lesson: gates and questions that were given a name. */
import { nameOfAsked } from './judge-answer.ts';
import type { Asked, GateBlock, Lesson, QuestionBlock } from '#lib/lesson/lesson.ts';

/** What a list shows of an exercise, and what finds the reader's answer to it. */
export interface ExerciseSummary {
	/** Of the block, in the address. */
	readonly id: string;
	readonly name: string;
	readonly kind: Asked['kind'];
	/** Whether it is to be answered before something is shown. */
	readonly predicts: boolean;
	/** Names what is asked now; answers to anything else do not count. */
	readonly asked: string;
}

type ExerciseBlock = (GateBlock | QuestionBlock) & { readonly exercise: string };

export function exerciseBlocks(lesson: Pick<Lesson, 'cells'>): ExerciseBlock[] {
	return lesson.cells
		.flatMap(({ blocks }) => blocks)
		.filter(
			(block): block is ExerciseBlock =>
				(block.kind === 'gate' || block.kind === 'question') && block.exercise !== null
		);
}

export function summarizeExercises(lesson: Pick<Lesson, 'cells'>): ExerciseSummary[] {
	return exerciseBlocks(lesson).map(({ id, kind, exercise, answer }) => ({
		id,
		name: exercise,
		kind: answer.kind,
		predicts: kind === 'gate',
		asked: nameOfAsked(answer)
	}));
}
