/** The gates and questions of all lessons, as the page that counts a class's answers needs them. */
import type { Html, Lesson } from '#lib/lesson/lesson.ts';
import { codedPlace, outcomesOf, type Outcome } from '#lib/lesson/answers/outcomes.ts';

export interface TallyQuestion {
	readonly place: number;
	readonly slug: string;
	readonly lesson: number;
	readonly id: string;
	/** Null where a question has none; its text stands for it. */
	readonly name: string | null;
	readonly promptHtml: Html;
	/** By the number in the code. */
	readonly outcomes: readonly (readonly [number, Outcome])[];
}

/** @throws Error when two have the same number: one of them needs another id */
export function tallyQuestions(lessons: readonly Lesson[]): TallyQuestion[] {
	const questions = lessons.flatMap(({ slug, number: lesson, cells }) =>
		cells
			.flatMap(({ blocks }) => blocks)
			.filter((block) => block.kind === 'gate' || block.kind === 'question')
			.map((block) => ({
				...{ place: codedPlace(slug, block.id, block.answer), slug, lesson, id: block.id },
				name: block.exercise ?? (block.kind === 'gate' ? block.title : null),
				promptHtml: block.promptHtml,
				outcomes: [...outcomesOf(block.answer)]
			}))
	);
	const places = questions.map(({ place }) => place);
	const twice = questions.find(({ place }, index) => places.indexOf(place) < index);
	if (twice) throw new Error(`${twice.slug}#${twice.id} has the same answer codes as another`);
	return questions;
}
