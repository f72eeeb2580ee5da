/** What a lesson's text names: terms of the glossary, and published numbers. */
import type { Cell, GlossaryTerm, PublishedNumber } from '#lib/lesson/lesson.ts';
import { publishedAt } from '#lib/paper/facts.ts';
import { sourcePlace, sourceTitle } from '#lib/paper/source-place.ts';
import { glossary } from './lessons.ts';

interface Named {
	readonly terms: GlossaryTerm[];
	readonly numbers: PublishedNumber[];
}

export function namedIn(cells: readonly Cell[]): Named {
	const text = JSON.stringify(cells);
	return {
		terms: glossary.filter(({ key }) => text.includes(`data-term=\\"${key}\\"`)),
		numbers: publishedIn(text)
	};
}

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
