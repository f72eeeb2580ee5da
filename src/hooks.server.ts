/** Runs at build time only: which files a page asks for before its style sheet does. */
import type { Handle } from '@sveltejs/kit';

/** The two fonts of the first screen; the others are fetched when a glyph needs them. */
const firstFonts = /source-serif-4-latin-opsz-normal|source-sans-3-latin-wght-normal/;

export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		preload: ({ type, path }) =>
			type === 'js' || type === 'css' || (type === 'font' && firstFonts.test(path))
	});
