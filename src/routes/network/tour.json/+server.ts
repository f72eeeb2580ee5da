import { json } from '@sveltejs/kit';
import { lessons } from '#lib/server/lessons.ts';
import { namedIn } from '#lib/server/named-in.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

/** The lesson that is a guided tour of this page, as far as it has things to do here. */
export const GET: RequestHandler = () => {
	const lesson = lessons.find(({ cells }) =>
		cells.some(({ blocks }) => blocks.some(({ kind }) => kind === 'task'))
	);
	if (lesson === undefined) return json(null);
	const cells = lesson.cells.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'task'));
	return json({ lesson: { ...lesson, cells }, ...namedIn(cells) });
};
