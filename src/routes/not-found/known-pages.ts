/**
 * The addresses of the site, for the page that says there is none: it is served alone, without what
 * other pages are given, so the build gives it the lessons' titles.
 */
import type { Strings } from '#lib/strings/strings.ts';

export interface KnownPage {
	/** From the site's root. */
	readonly address: string;
	readonly title: string;
}

const heads = import.meta.glob<{ number: number; slug: string; title: string }>(
	'/content/lessons/*/index.md',
	{ query: '?head', import: 'default', eager: true }
);

const lessons: readonly KnownPage[] = Object.values(heads)
	.sort((a, b) => a.number - b.number)
	.map(({ number, slug, title }) => ({
		address: `/lessons/${slug}/`,
		title: `${number}. ${title}`
	}));

export function knownPages({ home, gallery, exercises, tally, progress }: Strings): {
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
			{ address: '/exercises/', title: exercises.title },
			{ address: '/tally/', title: tally.title },
			{ address: '/progress/', title: progress.title },
			{ address: '/network/', title: error.network },
			{ address: '/results/', title: error.results },
			{ address: '/lab/', title: error.lab },
			{ address: '/gallery/', title: error.gallery },
			{ address: '/teach/', title: error.teach },
			{ address: '/about/', title: error.about }
		],
		lessons,
		figures: figures.map(([name, { title }]) => ({ address: `/gallery/${name}/`, title }))
	};
}
