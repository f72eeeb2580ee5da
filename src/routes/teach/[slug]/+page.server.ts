import { error } from '@sveltejs/kit';
import { answerKey } from '#lib/lesson/answers/answer-key.ts';
import { guides } from '#lib/server/guides.ts';
import { findLesson, lessons } from '#lib/server/lessons.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => lessons.map(({ slug }) => ({ slug }));

/** The guide, with the names of the cells and the answers of the lesson. */
export const load: PageServerLoad = ({ params }) => {
	const lesson = findLesson(params.slug);
	if (lesson === undefined) error(404, 'There is no such lesson.');
	const { slug, number, title, aim, cells } = lesson;
	return {
		...{ slug, number, title, aim },
		cells: cells.map(({ id, titleHtml }, index) => ({
			...{ id, titleHtml },
			number: `${number}.${index + 1}`
		})),
		guide: guides.get(slug) ?? null,
		answers: answerKey(lesson)
	};
};
