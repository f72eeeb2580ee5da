import { expect, it } from 'vitest';
import { lessonToContinue, type LessonSummary } from './lesson-summary.ts';

const lessons = ['three', 'four', 'five'].map((slug, index): LessonSummary => ({
	slug,
	number: index + 3,
	title: slug,
	summary: '',
	part: 'how',
	minutes: 10,
	cells: ['a', 'b']
}));

it.each([
	[[0, 0, 0], undefined],
	[[1, 0, 0], 'three'],
	[[2, 0, 0], 'four'],
	[[1, 0, 1], 'five'],
	[[2, 1, 0], 'four'],
	[[0, 2, 0], 'five'],
	[[2, 2, 2], undefined]
])('with %j cells read one goes on with %s', (read, slug) => {
	const countRead = ({ number }: LessonSummary): number => read[number - 3] ?? 0;
	expect(lessonToContinue(lessons, countRead)?.slug).toBe(slug);
});
