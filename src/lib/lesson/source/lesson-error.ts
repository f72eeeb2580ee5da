/** The refusal of something in `content/`, in the one shape that a teacher reads when a build stops. */
import { editDistance } from '#lib/strings/edit-distance.ts';

/** Where something stands in a file of `content/`. */
export interface Place {
	/** From the repository's root: `content/lessons/03-from-concat-to-add/index.md`. */
	readonly file: string;
	/** From 1. */
	readonly line: number;
	/** What stands there, with its field: `figure "batch-norm-line", gamma`. */
	readonly what: string;
}

/** A text in Markdown, and where it stands. */
export interface Text extends Place {
	readonly markdown: string;
	/** Where in the Markdown a line of the file begins, in order; the first begins at 0. */
	readonly lines: readonly { readonly offset: number; readonly line: number }[];
}

/** The place of a character of a text. */
export function placeIn(text: Text, offset: number): Place {
	const { file, what } = text;
	const line = text.lines.findLast((start) => start.offset <= offset)?.line ?? text.line;
	return { file, what, line };
}

/** A text as it stands in the file, line by line. */
export function plainText(markdown: string, place: Place): Text {
	const breaks = [...markdown.matchAll(/\n/g)];
	const lines = breaks.map(({ index }, row) => ({ offset: index + 1, line: place.line + row + 1 }));
	return { ...place, markdown, lines: [{ offset: 0, line: place.line }, ...lines] };
}

/** A fault in a lesson, the glossary or the references. */
export class LessonError extends Error {
	override readonly name = 'LessonError';

	/**
	 * @param expected what may stand there, as the end of "expected …"
	 * @param found what does, as the end of "found …"
	 */
	constructor(
		readonly place: Place,
		readonly expected: string,
		readonly found: string
	) {
		super(`${place.file}:${place.line}: ${place.what}: expected ${expected}, found ${found}`);
	}
}

const LONGEST_QUOTE = 80;

/** Any value in a few words of one line: `"one"`, `[1, 2]`, `nothing`. */
export function describeFound(value: unknown): string {
	if (value === undefined || value === null) return 'nothing';
	// TeX is full of backslashes; doubled they are hard to recognise.
	if (typeof value === 'number') return String(value);
	const text = (JSON.stringify(value) ?? String(value)).replaceAll('\\\\', '\\');
	return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

const MOST_LISTED = 12;

/**
 * Names in words: `one of dw, bn`; of many, those most like what was found.
 * @param kind what they are, for when there are none: `a snippet`
 */
export function oneOf(kind: string, names: Iterable<string>, found: string): string {
	const all = [...names];
	if (all.length === 0) return `${kind} (there are none)`;
	if (all.length === 1) return `${kind}: ${all[0]}`;
	if (all.length <= MOST_LISTED) return `${kind}: one of ${all.join(', ')}`;
	const near = all
		.map((name) => ({ name, distance: editDistance(name, found) }))
		.sort((a, b) => a.distance - b.distance)
		.slice(0, 3);
	return `${kind}, such as ${near.map(({ name }) => name).join(', ')}`;
}
