import { summarizeExercises } from '#lib/lesson/answers/exercise-list.ts';
import { lessons } from '#lib/server/lessons.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
	lessons: lessons
		.map((lesson) => {
			const { slug, number, title } = lesson;
			return { slug, number, title, exercises: summarizeExercises(lesson) };
		})
		.filter(({ exercises }) => exercises.length > 0)
});
