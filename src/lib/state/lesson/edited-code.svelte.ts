/**
 * A piece of the site's code as the reader has changed it: kept under a name and with the version of the
 * code it was made from, reset, and brought back. When the site's code is another by now, both are kept.
 */
import { olderOf, versionOf, type CodeEdit, type CodeEdits } from './code-edits.svelte.ts';

export interface EditedCodeOptions {
	/** Under which edits are kept. */
	readonly name: string;
	readonly original: string;
	/** Other text that an edit depends on: with another one its version is another, too. */
	readonly context?: string;
	readonly edits: CodeEdits;
	/** What stands there instead of the original until it is changed here, or null. */
	readonly begun?: () => string | null;
}

export class EditedCode {
	readonly original: string;
	readonly #name: string;
	readonly #edits: CodeEdits;
	readonly #version: string;
	readonly #begun: () => string | null;
	/** What a reset took away, until the code changes again. */
	#taken: string | null = $state.raw(null);

	constructor({ name, original, context = '', edits, begun = () => null }: EditedCodeOptions) {
		this.original = original;
		this.#name = name;
		this.#edits = edits;
		this.#version = versionOf(`${context}\n${original}`);
		this.#begun = begun;
	}

	get code(): string {
		const edit = this.#edits.of(this.#name);
		return edit?.version === this.#version ? edit.code : this.#unchanged;
	}

	get edited(): boolean {
		return this.code !== this.original;
	}

	/** Another version of the reader's, from before the site's code changed or after; or null. */
	get older(): string | null {
		return (this.#stale ?? this.#edits.of(olderOf(this.#name)))?.code ?? null;
	}

	/** Whether the code is kept when the reader leaves. */
	get kept(): boolean {
		return this.#edits.kept;
	}

	get canUndoReset(): boolean {
		return this.#taken !== null;
	}

	change(code: string): void {
		if (code === this.code) return;
		this.#taken = null;
		this.#keep(code);
	}

	reset(): void {
		if (!this.edited) return;
		this.#taken = this.code;
		this.#keep(this.original);
	}

	undoReset(): void {
		if (this.#taken !== null) this.change(this.#taken);
	}

	/** Puts the other version in place; what stood there, if it was changed, is the other one then. */
	showOlder(): void {
		const { older, code, edited } = this;
		if (older === null) return;
		this.#keep(older);
		this.#edits.set(olderOf(this.#name), edited ? { version: this.#version, code } : null);
	}

	forgetOlder(): void {
		if (this.#stale) this.#edits.set(this.#name, null);
		this.#edits.set(olderOf(this.#name), null);
	}

	/** An edit of other code than this, in whose place nothing was changed yet. */
	get #stale(): CodeEdit | null {
		const edit = this.#edits.of(this.#name);
		return edit && edit.version !== this.#version ? edit : null;
	}

	get #unchanged(): string {
		return this.#begun() ?? this.original;
	}

	#keep(code: string): void {
		if (this.#stale) this.#edits.set(olderOf(this.#name), this.#stale);
		const edit = code === this.#unchanged ? null : { version: this.#version, code };
		this.#edits.set(this.#name, edit);
	}
}
