import { error } from '@sveltejs/kit';
import type { PublishedNumber } from '#lib/lesson/lesson.ts';
import { summarizeLesson } from '#lib/lesson/lesson-summary.ts';
import { publishedAt } from '#lib/paper/facts.ts';
import { sourcePlace, sourceTitle } from '#lib/paper/source-place.ts';
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
		numbers: publishedIn(text),
		references: lesson.references.flatMap((cited) => references.filter(({ key }) => key === cited)),
		needs: lessons.filter(({ slug }) => lesson.needs.includes(slug)).map(summarizeLesson),
		previous: neighbour(place - 1),
		next: neighbour(place + 1)
	};
};

/** The published numbers that texts link to. */
function publishedIn(text: string): PublishedNumber[] {
	const paths = [...text.matchAll(/data-term=\\"paper:([^"\\]+)\\"/g)].map(([, path]) => path!);
	return [...new Set(paths)].map((path) => {
		const { value, row, column, confidence, tolerance, sources: from } = publishedAt(path);
		return {
			...{ key: `paper:${path}`, value, row, column, confidence, tolerance },
			sources: from.map((key) => ({ what: sourceTitle(key), where: sourcePlace(key).text }))
		};
	});
}

function neighbour(place: number) {
	const lesson = lessons[place];
	return lesson === undefined ? null : summarizeLesson(lesson);
}
