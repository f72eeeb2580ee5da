/** An answer while the reader makes it up: an option or a typed number, or not knowing. */
import type { Given } from '#lib/state/progress.svelte.ts';
import { readNumber } from '#lib/strings/read-number.ts';

/** Why an answer cannot be taken yet. */
export type DraftFault = 'nothing chosen' | 'nothing typed' | 'no number';

export class AnswerDraft {
	readonly #kind: 'choice' | 'number';
	#option: number | null = $state(null);
	#text = $state('');
	#unknown = $state(false);
	#fault: DraftFault | null = $state(null);

	/** @param stored an answer given before, to begin with */
	constructor(kind: 'choice' | 'number', stored: Given | null) {
		this.#kind = kind;
		if (stored) this.show(stored);
	}

	/** Index of the chosen option. */
	get option(): number | null {
		return this.#option;
	}

	/** As typed; it stays, whatever else happens. */
	get text(): string {
		return this.#text;
	}

	get unknown(): boolean {
		return this.#unknown;
	}

	/** Why the last `take` took nothing; gone with the next change. */
	get fault(): DraftFault | null {
		return this.#fault;
	}

	chooseOption(index: number): void {
		this.#option = index;
		this.#unknown = false;
		this.#fault = null;
	}

	/** Who types knows. */
	type(text: string): void {
		this.#text = text;
		this.#unknown = false;
		this.#fault = null;
	}

	setUnknown(unknown: boolean): void {
		this.#unknown = unknown;
		if (unknown) this.#option = null;
		this.#fault = null;
	}

	/** Shows an answer that was given. */
	show(given: Given): void {
		if (given.kind === 'option') this.chooseOption(given.index);
		else if (given.kind === 'number') this.type(given.text);
		else this.setUnknown(true);
	}

	/** The answer as it stands; null, and a fault, when there is none. */
	take(): Given | null {
		this.#fault = this.#unknown ? null : this.#findFault();
		if (this.#fault) return null;
		if (this.#unknown) return { kind: 'unknown' };
		if (this.#kind === 'number') return { kind: 'number', text: this.#text.trim() };
		return { kind: 'option', index: this.#option ?? 0 };
	}

	#findFault(): DraftFault | null {
		if (this.#kind === 'choice') return this.#option === null ? 'nothing chosen' : null;
		if (this.#text.trim() === '') return 'nothing typed';
		return readNumber(this.#text) === null ? 'no number' : null;
	}
}
