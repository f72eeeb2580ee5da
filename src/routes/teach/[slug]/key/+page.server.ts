import { error } from '@sveltejs/kit';
import { answerKey } from '#lib/lesson/answers/answer-key.ts';
import { findLesson, lessons } from '#lib/server/lessons.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => lessons.map(({ slug }) => ({ slug }));

export const load: PageServerLoad = ({ params }) => {
	const lesson = findLesson(params.slug);
	if (lesson === undefined) error(404, 'There is no such lesson.');
	const { slug, number, title } = lesson;
	return { slug, number, title, answers: answerKey(lesson) };
};
