/** Runs at build time only: which files a page asks for before its style sheet does. */
import type { Handle } from '@sveltejs/kit';

/** The two fonts of the first screen; the others are fetched when a glyph needs them. */
const firstFonts = /source-serif-4-latin-opsz-normal|source-sans-3-latin-wght-normal/;

/** Those of nearly every formula: one that came late would move the lines of a lesson. */
const formulaFonts = /KaTeX_(?:Main-Regular|Math-Italic|Size1-Regular)/;

export const handle: Handle = ({ event, resolve }) => {
	const hasFormulas = event.route.id === '/lessons/[slug]';
	const isFirst = (path: string): boolean =>
		firstFonts.test(path) || (hasFormulas && formulaFonts.test(path));
	return resolve(event, {
		preload: ({ type, path }) =>
			type === 'js' || type === 'css' || (type === 'font' && isFirst(path))
	});
};
