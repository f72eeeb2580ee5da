import { error } from '@sveltejs/kit';
import { answerKey } from '#lib/lesson/answers/answer-key.ts';
import { guides } from '#lib/server/guides.ts';
import { findLesson, lessons } from '#lib/server/lessons.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => lessons.map(({ slug }) => ({ slug }));

/** The notes of each screen: the part of the plan it belongs to, and the answers of its cell. */
export const load: PageServerLoad = ({ params }) => {
	const lesson = findLesson(params.slug);
	if (lesson === undefined) error(404, 'There is no such lesson.');
	const { slug, number, title, cells } = lesson;
	return {
		...{ slug, number, title },
		cells: cells.map(({ id, titleHtml }, index) => ({
			...{ id, titleHtml },
			number: `${number}.${index + 1}`
		})),
		plan: guides.get(slug)?.plan ?? [],
		answers: answerKey(lesson)
	};
};
