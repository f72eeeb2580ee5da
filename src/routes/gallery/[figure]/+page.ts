import { error } from '@sveltejs/kit';
import { findFigure } from '#lib/figures/registry.ts';
import type { PageLoad } from './$types';

/** The figure itself and its examples, here and in the browser. */
export const load: PageLoad = async ({ data, params }) => {
	const figure = findFigure(params.figure);
	if (!figure) error(404);
	const [component, examples] = await Promise.all([figure.load(), figure.examples()]);
	return { ...data, component, examples, events: figure.events };
};
