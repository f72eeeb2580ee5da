/**
 * The site's build imports a lesson as its number, slug and title alone: `index.md?head`. The page that
 * says that there is no page is served without what other pages are given, and needs no more than that.
 */
import { readdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Plugin } from 'vite';
import { lessonAddress, readFrontMatter } from '../lib/lesson/source/front-matter.ts';

const HEAD = '?head';

export function lessonHeads(): Plugin {
	return {
		name: 'lesson-heads',
		// Before the build's own way with queries.
		enforce: 'pre',
		async load(id) {
			if (!id.endsWith(`/index.md${HEAD}`)) return null;
			const file = id.slice(0, -HEAD.length);
			const folders = await readdir(dirname(dirname(file)));
			const slugs = folders.map((folder) => lessonAddress(`${folder}/index.md`).slug);
			const text = await readFile(file, 'utf8');
			const { number, slug, title } = readFrontMatter(text, file, new Set(slugs)).head;
			return `export default ${JSON.stringify({ number, slug, title })};`;
		}
	};
}
