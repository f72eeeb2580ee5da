/** Opening a file with a reader's work: what was found in it, and what becomes of it. */
import type { CodeEdits } from '#lib/state/lesson/code-edits.svelte.ts';
import {
	canKeep,
	LONGEST_FILE,
	mergeWork,
	readProgressFile,
	type FileFault,
	type Work
} from '#lib/state/lesson/progress-file.ts';
import type { Progress } from '#lib/state/lesson/progress.svelte.ts';

type News = FileFault | 'unread' | 'merged' | 'replaced' | 'undone';

export class ProgressImport {
	readonly #progress: Progress;
	readonly #edits: CodeEdits;
	#found: Work | null = $state.raw(null);
	#news: News | null = $state(null);
	/** What was here before a file was taken over. */
	#before: Work | null = $state.raw(null);

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

	/** Whether the last file can be taken back. */
	get canUndo(): boolean {
		return this.#before !== null;
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

	/** As it was before the last file. */
	undo(): void {
		if (this.#before === null) return;
		this.#put(this.#before);
		this.#before = null;
		this.#news = 'undone';
	}

	cancel(): void {
		this.#found = null;
		this.#news = null;
	}

	/** All data of the reader is cleared: nothing of it comes back from here. */
	forget = (): void => {
		this.#before = null;
		this.cancel();
	};

	/** Together they may be longer than what is read back from storage: then nothing is changed. */
	#take(work: Work, news: News): void {
		const fits = canKeep(work);
		if (fits) {
			this.#before = this.here;
			this.#put(work);
		}
		this.#news = fits ? news : 'too long';
		this.#found = null;
	}

	#put({ lessons, edits }: Work): void {
		this.#progress.replace(lessons);
		this.#edits.replace(edits);
	}
}
