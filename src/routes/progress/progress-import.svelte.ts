/** Opening a file with a reader's work: what was found in it, and what becomes of it. */
import type { CodeEdits } from '#lib/state/code-edits.svelte.ts';
import {
	canKeep,
	LONGEST_FILE,
	mergeWork,
	readProgressFile,
	type FileFault,
	type Work
} from '#lib/state/progress-file.ts';
import type { Progress } from '#lib/state/progress.svelte.ts';

type News = FileFault | 'unread' | 'merged' | 'replaced';

export class ProgressImport {
	readonly #progress: Progress;
	readonly #edits: CodeEdits;
	#found: Work | null = $state.raw(null);
	#news: News | null = $state(null);

	constructor(progress: Progress, edits: CodeEdits) {
		this.#progress = progress;
		this.#edits = edits;
	}

	/** All that is here, as a file holds it. */
	get here(): Work {
		return { lessons: this.#progress.lessons, edits: this.#edits.all };
	}

	/** The work of a file that waits for the reader's choice. */
	get found(): Work | null {
		return this.#found;
	}

	/** What came of the last file. */
	get news(): News | null {
		return this.#news;
	}

	/** Reads a file; nothing is changed yet. Its size is looked at before its text. */
	async open(file: Pick<File, 'size' | 'text'>): Promise<void> {
		this.#found = null;
		// A character takes three bytes at most in UTF-8, or four for two.
		if (file.size > 3 * LONGEST_FILE) {
			this.#news = 'too long';
			return;
		}
		const read = await file.text().then(readProgressFile, () => null);
		this.#news = read === null ? 'unread' : read.fault;
		this.#found = read?.work ?? null;
	}

	merge(): void {
		if (this.#found) this.#take(mergeWork(this.here, this.#found), 'merged');
	}

	replace(): void {
		if (this.#found) this.#take(this.#found, 'replaced');
	}

	cancel(): void {
		this.#found = null;
		this.#news = null;
	}

	/** Together they may be longer than what is read back from storage: then nothing is changed. */
	#take(work: Work, news: News): void {
		const fits = canKeep(work);
		if (fits) {
			this.#progress.replace(work.lessons);
			this.#edits.replace(work.edits);
		}
		this.#news = fits ? news : 'too long';
		this.#found = null;
	}
}
