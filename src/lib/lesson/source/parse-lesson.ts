/**
 * Lessons are Markdown: front matter, cells begun by `## Heading {#id}`, prose with formulas and links,
 * and fences that name figures, code, notes, gates and questions. README.md says how to write one.
 */
import type { Lesson } from '#lib/lesson/lesson.ts';
import { readLesson, type LessonContext } from './read-lesson.ts';
import { setLesson } from './set-lesson.ts';

/**
 * A lesson as data, all its text set.
 * @param file from the repository's root: `content/lessons/06-folding-the-branches/index.md`
 * @throws LessonError with the first fault: file, line, field, expected, found
 */
export function parseLesson(source: string, file: string, context: LessonContext): Lesson {
	return setLesson(readLesson(source, file, context), context).lesson;
}
