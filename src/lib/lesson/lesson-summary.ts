/** What a list says of a lesson, without its text. */
import type { Lesson } from './lesson.ts';

export interface LessonSummary extends Pick<
	Lesson,
	'slug' | 'number' | 'title' | 'summary' | 'part' | 'minutes'
> {
	/** Ids of its cells, in order. */
	readonly cells: readonly string[];
}

export function summarizeLesson(lesson: Lesson): LessonSummary {
	const { slug, number, title, summary, part, minutes, cells } = lesson;
	return { slug, number, title, summary, part, minutes, cells: cells.map(({ id }) => id) };
}

/**
 * The lesson to go on with: the furthest one that was begun, or the one after it where that one was
 * read to its end; null before the first and after the last.
 * @param countRead how many cells of a lesson were read
 */
export function lessonToContinue(
	lessons: readonly LessonSummary[],
	countRead: (lesson: LessonSummary) => number
): LessonSummary | null {
	const begun = lessons.findLastIndex((lesson) => countRead(lesson) > 0);
	const lesson = lessons[begun];
	if (lesson === undefined) return null;
	return countRead(lesson) < lesson.cells.length ? lesson : (lessons[begun + 1] ?? null);
}
