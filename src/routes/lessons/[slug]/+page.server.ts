import { error } from '@sveltejs/kit';
import { summarizeLesson } from '#lib/lesson/lesson-summary.ts';
import { findLesson, lessons, references } from '#lib/server/lessons.ts';
import { namedIn } from '#lib/server/named-in.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => lessons.map(({ slug }) => ({ slug }));

/** A lesson, and of all else only what it names. */
export const load: PageServerLoad = ({ params }) => {
	const lesson = findLesson(params.slug);
	if (lesson === undefined) error(404, 'There is no such lesson.');
	const place = lessons.indexOf(lesson);
	return {
		lesson,
		...namedIn(lesson.cells),
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
