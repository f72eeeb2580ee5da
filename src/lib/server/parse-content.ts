/**
 * All of `content/` parsed: lessons in order, glossary, references. Faults of one file and between
 * files stop the build, each with its line.
 */
import type { LessonDraft } from '#lib/lesson/source/draft.ts';
import { lessonAddress } from '#lib/lesson/source/front-matter.ts';
import { describeFound, LessonError, oneOf } from '#lib/lesson/source/lesson-error.ts';
import type { GlossaryTerm, Lesson, Reference } from '#lib/lesson/lesson.ts';
import { parseGlossary } from '#lib/lesson/source/parse-glossary.ts';
import { parseReferences } from '#lib/lesson/source/parse-references.ts';
import type { FenceNames } from '#lib/lesson/source/read-fence.ts';
import { readLesson, type LessonContext } from '#lib/lesson/source/read-lesson.ts';
import { setLesson, type CellLink } from '#lib/lesson/source/set-lesson.ts';
import { publishedAt } from '#lib/paper/facts.ts';

/** Files by their path from the repository's root. */
interface ContentFiles {
	readonly lessons: Readonly<Record<string, string>>;
	readonly glossary: string;
	readonly references: string;
}

interface Content {
	/** In the order of their numbers. */
	readonly lessons: readonly Lesson[];
	/** The same lessons with their Markdown. */
	readonly drafts: readonly LessonDraft[];
	readonly glossary: readonly GlossaryTerm[];
	readonly references: readonly Reference[];
}

/** @throws LessonError with the first fault */
export function parseContent(files: ContentFiles, names: FenceNames): Content {
	const glossary = parseGlossary(files.glossary, 'content/glossary.yaml');
	const references = parseReferences(files.references, 'content/references.yaml');
	const paths = Object.keys(files.lessons).sort();
	const context: LessonContext = {
		...names,
		terms: new Set(glossary.map(({ key }) => key)),
		references: new Set(references.map(({ key }) => key)),
		lessons: slugsOf(paths),
		published: (path) => publishedAt(path).value
	};
	const drafts = paths.map((path) => readLesson(files.lessons[path]!, path, context));
	const set = drafts.map((draft) => setLesson(draft, context));
	const lessons = set.map(({ lesson }) => lesson);
	checkOrder(lessons, paths);
	checkCellLinks(
		set.flatMap(({ cellLinks }) => cellLinks),
		lessons
	);
	return { lessons, drafts, glossary, references };
}

/** Numbers and slugs are addresses: each is there once. */
function slugsOf(paths: readonly string[]): Set<string> {
	const seen = new Map<string | number, string>();
	for (const file of paths) {
		const { slug, number } = lessonAddress(file);
		for (const key of [slug, number]) {
			const other = seen.get(key);
			if (other !== undefined) {
				const place = { file, line: 1, what: 'folder' };
				throw new LessonError(place, 'a number and a name of its own', `${key}, as in ${other}`);
			}
			seen.set(key, file);
		}
	}
	return new Set(paths.map((path) => lessonAddress(path).slug));
}

/** A lesson builds on earlier ones only. */
function checkOrder(lessons: readonly Lesson[], paths: readonly string[]): void {
	lessons.forEach(({ needs }, index) => {
		const earlier = lessons.slice(0, index).map(({ slug }) => slug);
		const wrong = needs.find((slug) => !earlier.includes(slug));
		if (wrong === undefined) return;
		const place = { file: paths[index]!, line: 1, what: 'front matter, needs' };
		throw new LessonError(place, oneOf('an earlier lesson', earlier, wrong), describeFound(wrong));
	});
}

function checkCellLinks(links: readonly CellLink[], lessons: readonly Lesson[]): void {
	for (const { slug, cell, ...place } of links) {
		const cells = lessons.find((lesson) => lesson.slug === slug)?.cells ?? [];
		const ids = cells.map(({ id }) => id);
		if (ids.includes(cell)) continue;
		throw new LessonError(place, oneOf(`a cell of ${slug}`, ids, cell), describeFound(cell));
	}
}
