/**
 * What the reader has changed in code cells, kept in this browser only. An edit belongs to the code it
 * was made from: when that is another by now, the edit is offered, and never shown as if it were the
 * site's own.
 */
import { createContext } from 'svelte';
import * as v from 'valibot';
import type { Slot, Store } from '#lib/state/shell/storage.ts';

/** Longest code that is kept, in characters. */
const LONGEST = 4000;

const edit = v.strictObject({
	/** Of the code it was made from (`versionOf`). */
	version: v.pipe(v.string(), v.maxLength(16)),
	code: v.pipe(v.string(), v.maxLength(LONGEST))
});
/** By snippet or task. */
export const editsSchema = v.record(v.pipe(v.string(), v.maxLength(100)), edit);

export type CodeEdit = v.InferOutput<typeof edit>;
export type AllEdits = v.InferOutput<typeof editsSchema>;

/** Before the name of code, for an edit of another version of it that is kept beside the newer one. */
const OLDER = 'older:';

/** Under which an edit of another version is kept. */
export const olderOf = (name: string): string => `${OLDER}${name}`;

/** How many pieces of code are changed; two versions of one are one piece. */
export function countEdited(edits: AllEdits): number {
	const names = Object.keys(edits).map((name) =>
		name.startsWith(OLDER) ? name.slice(OLDER.length) : name
	);
	return new Set(names).size;
}

export class CodeEdits {
	readonly #slot: Slot<Record<string, CodeEdit>>;
	#edits: Readonly<Record<string, CodeEdit>> = $state.raw({});
	#kept = $state(true);

	constructor(store: Store) {
		this.#slot = store.slot('code-edits', 1, editsSchema, {});
		store.onClear(() => (this.#edits = {}));
	}

	/** Whether the last change outlives the page. */
	get kept(): boolean {
		return this.#kept;
	}

	/** The edit of a snippet, or null. */
	of(snippet: string): CodeEdit | null {
		return Object.hasOwn(this.#edits, snippet) ? this.#edits[snippet]! : null;
	}

	/** All that are kept, as a file holds them. */
	get all(): AllEdits {
		return kept(this.#edits);
	}

	/** Takes over the edits of a file, in place of what is here. */
	replace(edits: AllEdits): void {
		this.#edits = edits;
		this.#kept = this.#slot.write(edits);
	}

	/** Keeps an edit; null forgets it. What is too long to be stored stays on the page. */
	set(snippet: string, edit: CodeEdit | null): void {
		const all = { ...this.#slot.read(), ...this.#tooLong() };
		const others = Object.entries(all).filter(([name]) => name !== snippet);
		this.#edits = Object.fromEntries(edit === null ? others : [...others, [snippet, edit]]);
		const written = this.#slot.write(kept(this.#edits));
		this.#kept = written && (edit === null || edit.code.length <= LONGEST);
	}

	/** Takes over what is stored: when the page starts, and when another tab has written. */
	reload = (): void => {
		this.#edits = { ...this.#slot.read(), ...this.#tooLong() };
	};

	#tooLong(): Record<string, CodeEdit> {
		const all = Object.entries(this.#edits);
		return Object.fromEntries(all.filter(([, { code }]) => code.length > LONGEST));
	}
}

/** Those that are short enough to be kept. */
function kept(edits: Readonly<Record<string, CodeEdit>>): AllEdits {
	return Object.fromEntries(Object.entries(edits).filter(([, { code }]) => code.length <= LONGEST));
}

/** A short name of a text, another one for another text (FNV-1a, 32 bits). */
export function versionOf(text: string): string {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	return (hash >>> 0).toString(16);
}

export const [useCodeEdits, provideCodeEdits] = createContext<CodeEdits>();
