/**
 * Progress as a file, to carry it to another browser. A file is outside input: its size is limited
 * before it is parsed, known fields are copied into fresh objects, and a file that does not fit changes
 * nothing.
 */
import * as v from 'valibot';
import { lessonsSchema, type LessonsProgress } from './progress.svelte.ts';

export const PROGRESS_APP = 'repghost-notebook-progress';
const VERSION = 1;

/** Longest file that is parsed, in characters; what the browser keeps is no longer. */
export const LONGEST_FILE = 100_000;

/** Why a file was not taken over. */
export type FileFault = 'too long' | 'no JSON' | 'other file' | 'newer' | 'damaged';

export type ReadFile =
	| { readonly lessons: LessonsProgress; readonly fault: null }
	| { readonly lessons: null; readonly fault: FileFault };

const headSchema = v.object({
	app: v.literal(PROGRESS_APP),
	version: v.pipe(v.number(), v.integer(), v.minValue(1))
});

export function writeProgressFile(lessons: LessonsProgress): string {
	return `${JSON.stringify({ app: PROGRESS_APP, version: VERSION, lessons }, null, '\t')}\n`;
}

export function readProgressFile(text: string): ReadFile {
	if (text.length > LONGEST_FILE) return refuse('too long');
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return refuse('no JSON');
	}
	const head = v.safeParse(headSchema, value);
	if (!head.success) return refuse('other file');
	if (head.output.version > VERSION) return refuse('newer');
	const file = v.safeParse(v.object({ lessons: lessonsSchema }), value);
	if (!file.success) return refuse('damaged');
	return { lessons: withoutDoubles(file.output.lessons), fault: null };
}

/** Both together: every cell that was read in one of them; of two answers the one that is here stays. */
export function mergeProgress(here: LessonsProgress, file: LessonsProgress): LessonsProgress {
	const slugs = new Set([...Object.keys(here), ...Object.keys(file)]);
	return Object.fromEntries(
		[...slugs].map((slug) => {
			const [a, b] = [here[slug], file[slug]];
			const read = [...new Set([...(a?.read ?? []), ...(b?.read ?? [])])].slice(0, 100);
			return [slug, { read, answers: { ...b?.answers, ...a?.answers } }];
		})
	);
}

function withoutDoubles(lessons: LessonsProgress): LessonsProgress {
	return Object.fromEntries(
		Object.entries(lessons).map(([slug, { read, answers }]) => [
			slug,
			{ read: [...new Set(read)], answers }
		])
	);
}

function refuse(fault: FileFault): ReadFile {
	return { lessons: null, fault };
}
