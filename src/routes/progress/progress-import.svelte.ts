/** Opening a file with progress: what was found in it, and what becomes of it. */
import {
	LONGEST_FILE,
	mergeProgress,
	readProgressFile,
	writeProgressFile,
	type FileFault
} from '#lib/state/progress-file.ts';
import type { LessonsProgress, Progress } from '#lib/state/progress.svelte.ts';

type News = FileFault | 'unread' | 'merged' | 'replaced';

export class ProgressImport {
	readonly #progress: Progress;
	#found: LessonsProgress | null = $state.raw(null);
	#news: News | null = $state(null);

	constructor(progress: Progress) {
		this.#progress = progress;
	}

	/** The progress of a file that waits for the reader's choice. */
	get found(): LessonsProgress | null {
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
		this.#found = read?.lessons ?? null;
	}

	merge(): void {
		if (this.#found) this.#take(mergeProgress(this.#progress.lessons, this.#found), 'merged');
	}

	replace(): void {
		if (this.#found) this.#take(this.#found, 'replaced');
	}

	cancel(): void {
		this.#found = null;
		this.#news = null;
	}

	/** Together they may be longer than what is read back from storage: then nothing is changed. */
	#take(lessons: LessonsProgress, news: News): void {
		const fits = writeProgressFile(lessons).length <= LONGEST_FILE;
		if (fits) this.#progress.replace(lessons);
		this.#news = fits ? news : 'too long';
		this.#found = null;
	}
}
