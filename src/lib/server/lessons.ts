/** The lessons, the glossary and the references of `content/`, read when the site is built. */
import { figures } from '#lib/figures/registry.ts';
import type { LessonDraft } from '#lib/lesson/source/draft.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import glossarySource from '../../../content/glossary.yaml?raw';
import referencesSource from '../../../content/references.yaml?raw';
import { parseContent } from './parse-content.ts';

const sources = import.meta.glob<string>('/content/lessons/*/index.md', {
	query: '?raw',
	import: 'default',
	eager: true
});
const snippets = import.meta.glob<string>('/content/snippets/*/pytorch.py', {
	query: '?raw',
	import: 'default',
	eager: true
});

const content = parseContent(
	{
		lessons: withoutSlash(sources),
		glossary: glossarySource,
		references: referencesSource
	},
	{
		// A figure that tells its page something, such as a choice, has nobody to tell it to in a lesson.
		figures: new Map(
			Object.entries(figures)
				.filter(([, { events }]) => events.length === 0)
				.map(([name, { schema }]) => [name, schema])
		),
		snippets: new Set(Object.keys(snippets).map(snippetName))
	}
);

/** All of `content/lessons/`, in order. */
export const { lessons, glossary, references } = content;

/** The lesson at an address, or undefined. */
export function findLesson(slug: string): Lesson | undefined {
	return lessons.find((lesson) => lesson.slug === slug);
}

/** The same lesson with its Markdown, or undefined. */
export function findDraft(slug: string): LessonDraft | undefined {
	return content.drafts.find((draft) => draft.slug === slug);
}

/** The PyTorch code of each snippet, by name. */
export const pytorchSnippets: ReadonlyMap<string, string> = new Map(
	Object.entries(snippets).map(([path, code]) => [snippetName(path), code])
);

function snippetName(path: string): string {
	return path.split('/').at(-2)!;
}

/** Paths as messages show them, from the repository's root. */
function withoutSlash(files: Record<string, string>): Record<string, string> {
	return Object.fromEntries(Object.entries(files).map(([path, text]) => [path.slice(1), text]));
}
