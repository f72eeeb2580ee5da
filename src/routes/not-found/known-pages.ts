/**
 * The addresses of the site, for the page that says there is none: it is served alone, without what
 * other pages are given, so it reads the names of the lessons' folders.
 */
import type { Strings } from '#lib/strings/strings.ts';

export interface KnownPage {
	/** From the site's root. */
	readonly address: string;
	readonly title: string;
}

const folders = Object.keys(import.meta.glob('/content/lessons/*/index.md'));

/** Each lesson by the words of its address. */
const lessons: readonly KnownPage[] = folders.sort().map((path) => {
	const folder = path.split('/').at(-2)!;
	const slug = folder.replace(/^\d+-/, '');
	const words = slug.replaceAll('-', ' ');
	const number = Number.parseInt(folder, 10);
	return {
		address: `/lessons/${slug}/`,
		title: `${number}. ${words.charAt(0).toUpperCase()}${words.slice(1)}`
	};
});

export function knownPages({ home, gallery }: Strings): {
	readonly pages: readonly KnownPage[];
	readonly lessons: readonly KnownPage[];
	readonly figures: readonly KnownPage[];
} {
	const { error } = home;
	const figures = Object.entries({ ...gallery.lessonFigures, ...gallery.networkFigures });
	return {
		pages: [
			{ address: '/', title: error.start },
			{ address: '/lessons/', title: error.lessonList },
			{ address: '/network/', title: error.network },
			{ address: '/results/', title: error.results },
			{ address: '/lab/', title: error.lab },
			{ address: '/gallery/', title: error.gallery },
			{ address: '/about/', title: error.about }
		],
		lessons,
		figures: figures.map(([name, { title }]) => ({ address: `/gallery/${name}/`, title }))
	};
}
