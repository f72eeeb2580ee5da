import { error } from '@sveltejs/kit';
import { figures, findFigure } from '#lib/figures/registry.ts';
import { en } from '#lib/strings/en.ts';
import { describeProps } from '../describe-props.ts';
import { lessonsUsing } from '../lessons-using.ts';
import { writeFence } from '../write-fence.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => Object.keys(figures).map((figure) => ({ figure }));

/** What is worked out once, when the page is built: the table of props and the fences. */
export const load: PageServerLoad = async ({ params: { figure: name } }) => {
	const figure = findFigure(name);
	if (!figure) error(404);
	const rows = describeProps(figure.schema);
	const forLessons = figure.events.length === 0;
	const fences = Object.entries(await figure.examples()).map(([title, props]) => ({
		title,
		fence: forLessons ? writeFence(name, props, rows, { id: name, ...en.gallery.head }) : null
	}));
	return { name, rows, fences, forLessons, lessons: lessonsUsing(name) };
};
