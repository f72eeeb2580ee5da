/** What stands above a lesson's first cell, between two lines of `---`: its title, aim and place. */
import * as v from 'valibot';
import type { LessonDraft } from './draft.ts';
import { describeFound, LessonError, oneOf, type Place } from './lesson-error.ts';
import { name, words } from './names.ts';
import { YamlSource } from './yaml-source.ts';

const fields = v.strictObject({
	title: words,
	/** What the reader can do afterwards. */
	aim: words,
	/** For lists: no full stop. */
	summary: words,
	part: v.picklist(['why', 'how', 'network', 'worth']),
	/** To read it and to work through it. */
	minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** Slugs of the lessons it builds on. */
	needs: v.optional(v.array(name), [])
});

/** A lesson's folder: `06-folding-the-branches`. */
const FOLDER = /(?:^|\/)(\d{2})-([^/]+)\/index\.md$/;

interface FrontMatter {
	readonly head: Omit<LessonDraft, 'cells'>;
	/** Line on which the text below begins. */
	readonly line: number;
	readonly body: string;
}

/**
 * Slug and number of a lesson, from its folder.
 * @throws LessonError when the folder has no such name
 */
export function lessonAddress(file: string): { slug: string; number: number } {
	const [, number = '', slug = ''] = FOLDER.exec(file) ?? [];
	if (!v.is(name, slug)) {
		const place: Place = { file, line: 1, what: 'folder' };
		throw new LessonError(place, 'a name like 06-folding-the-branches', describeFound(file));
	}
	return { slug, number: Number(number) };
}

/**
 * @param lessons slugs of all lessons there are
 * @throws LessonError
 */
export function readFrontMatter(
	source: string,
	file: string,
	lessons: ReadonlySet<string>
): FrontMatter {
	const place: Place = { file, line: 1, what: 'front matter' };
	const [whole, yaml] = /^---\n(.*?)(?<=\n)---[ \t]*(?:\n|$)/s.exec(source) ?? [];
	if (whole === undefined || yaml === undefined) {
		const found = describeFound(source.split('\n')[0]);
		throw new LessonError(place, 'fields between two lines of ---', found);
	}
	const start = new YamlSource(yaml, { ...place, line: 2 });
	const head = { ...lessonAddress(file), ...start.check(fields) };
	head.needs.forEach((slug, index) => {
		if (slug !== head.slug && lessons.has(slug)) return;
		const others = [...lessons].filter((other) => other !== head.slug);
		const expected = oneOf('another lesson', others, slug);
		throw new LessonError(start.at(['needs', index]), expected, describeFound(slug));
	});
	return { head, line: whole.split('\n').length, body: source.slice(whole.length) };
}
