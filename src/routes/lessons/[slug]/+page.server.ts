import { error } from '@sveltejs/kit';
import { summarizeLesson } from '#lib/lesson/lesson-summary.ts';
import { findLesson, glossary, lessons, references } from '#lib/server/lessons.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => lessons.map(({ slug }) => ({ slug }));

/** A lesson, and of all else only what it names. */
export const load: PageServerLoad = ({ params }) => {
	const lesson = findLesson(params.slug);
	if (lesson === undefined) error(404, 'There is no such lesson.');
	const place = lessons.indexOf(lesson);
	const text = JSON.stringify(lesson.cells);
	return {
		lesson,
		terms: glossary.filter(({ key }) => text.includes(`data-term=\\"${key}\\"`)),
		references: lesson.references.flatMap((cited) => references.filter(({ key }) => key === cited)),
		needs: lessons.filter(({ slug }) => lesson.needs.includes(slug)).map(summarizeLesson),
		previous: neighbour(place - 1),
		next: neighbour(place + 1)
	};
};

function neighbour(place: number) {
	const lesson = lessons[place];
	return lesson === undefined ? null : summarizeLesson(lesson);
}
