/**
 * A reader's work as a file, to carry it to another browser: what was read and answered, and code that
 * was changed. A file is outside input: its size is limited before it is parsed, known fields are copied
 * into fresh objects, and a file that does not fit changes nothing.
 */
import * as v from 'valibot';
import { editsSchema, type AllEdits } from './code-edits.svelte.ts';
import { lessonsSchema, type LessonsProgress } from './progress.svelte.ts';
import { canBeKept } from '#lib/state/shell/storage.ts';

export const PROGRESS_APP = 'repghost-notebook-progress';
/** 2: with `edits`. */
const VERSION = 2;

/** Longest file that is parsed, in characters; what the browser keeps is shorter, indented as it is. */
export const LONGEST_FILE = 500_000;

/** All that a file holds. */
export interface Work {
	readonly lessons: LessonsProgress;
	/** Code that was changed, by snippet or task. */
	readonly edits: AllEdits;
}

/** Why a file was not taken over. */
export type FileFault = 'too long' | 'no JSON' | 'other file' | 'newer' | 'damaged';

type ReadFile =
	| { readonly work: Work; readonly fault: null }
	| { readonly work: null; readonly fault: FileFault };

const headSchema = v.object({
	app: v.literal(PROGRESS_APP),
	version: v.pipe(v.number(), v.integer(), v.minValue(1))
});

/** Version 1 had no edits. */
const workSchema = v.object({ lessons: lessonsSchema, edits: v.optional(editsSchema, {}) });

export function writeProgressFile({ lessons, edits }: Work): string {
	const file = { app: PROGRESS_APP, version: VERSION, lessons, edits };
	return `${JSON.stringify(file, null, '\t')}\n`;
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
	const file = v.safeParse(workSchema, value);
	if (!file.success) return refuse('damaged');
	const work = { ...file.output, lessons: withoutDoubles(file.output.lessons) };
	return canKeep(work) ? { work, fault: null } : refuse('too long');
}

/** Whether all of it fits into what the browser keeps. */
export function canKeep({ lessons, edits }: Work): boolean {
	return canBeKept(lessons) && canBeKept(edits);
}

/** Both together: every cell that was read in one of them; of two answers or edits the one that is here stays. */
export function mergeWork(here: Work, file: Work): Work {
	return {
		lessons: mergeProgress(here.lessons, file.lessons),
		edits: { ...file.edits, ...here.edits }
	};
}

function mergeProgress(here: LessonsProgress, file: LessonsProgress): LessonsProgress {
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
	return { work: null, fault };
}
