import { error } from '@sveltejs/kit';
import { figures, findFigure } from '#lib/figures/registry.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () => Object.keys(figures).map((figure) => ({ figure }));

/** One figure with its examples. */
export const load: PageLoad = async ({ params: { figure: name } }) => {
	const figure = findFigure(name);
	if (!figure) error(404);
	const [component, examples] = await Promise.all([figure.load(), figure.examples()]);
	return { name, component, examples: Object.values(examples), events: figure.events };
};
