/** An answer while the reader makes it up, whatever its kind, or not knowing. */
import type { Given } from '#lib/state/lesson/progress.svelte.ts';
import { readNumber, unitBehind } from '#lib/strings/read-number.ts';
import type { Asked } from '#lib/lesson/lesson.ts';
import { firstOrder, moved } from './step-order.ts';

/** Why an answer cannot be taken yet. */
type DraftFault =
	'nothing chosen' | 'nothing typed' | 'no number' | 'with a unit' | 'not all typed';

export class AnswerDraft {
	readonly #kind: Asked['kind'];
	#option: number | null = $state(null);
	#texts: string[] = $state([]);
	#order: number[] = $state.raw([]);
	#unknown = $state(false);
	#fault: DraftFault | null = $state(null);

	/**
	 * @param stored an answer given before, to begin with
	 * @param size how many numbers or steps there are
	 */
	constructor(kind: Asked['kind'], stored: Given | null, size = 1) {
		this.#kind = kind;
		this.#texts = Array.from({ length: size }, () => '');
		this.#order = firstOrder(size);
		if (stored) this.show(stored);
	}

	/** Index of the chosen option. */
	get option(): number | null {
		return this.#option;
	}

	/** As typed; it stays, whatever else happens. */
	get text(): string {
		return this.#texts[0] ?? '';
	}

	/** Of several numbers, each as typed. */
	get texts(): readonly string[] {
		return this.#texts;
	}

	/** Steps of the right order, as the reader has put them. */
	get order(): readonly number[] {
		return this.#order;
	}

	get unknown(): boolean {
		return this.#unknown;
	}

	/** Why the last `take` took nothing; gone with the next change. */
	get fault(): DraftFault | null {
		return this.#fault;
	}

	/** The first typed text that holds no number. */
	get faultyText(): string {
		return (
			this.#texts.find((text) => text.trim() !== '' && readNumber(text) === null)?.trim() ?? ''
		);
	}

	chooseOption(index: number): void {
		this.#option = index;
		this.setUnknown(false);
	}

	/** Who types knows. */
	type(text: string, index = 0): void {
		this.#texts[index] = text;
		this.setUnknown(false);
	}

	/** Puts the step at a place to another one; outside there is none. */
	move(from: number, to: number): void {
		if (to < 0 || to >= this.#order.length) return;
		this.#order = moved(this.#order, from, to);
		this.setUnknown(false);
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
		else if (given.kind === 'numbers') given.texts.forEach((text, index) => this.type(text, index));
		else if (given.kind === 'order') this.#order = given.order;
		else if (given.kind === 'unknown') this.setUnknown(true);
	}

	/** The answer as it stands; null, and a fault, when there is none. */
	take(): Given | null {
		this.#fault = this.#unknown ? null : this.#findFault();
		if (this.#fault) return null;
		if (this.#unknown) return { kind: 'unknown' };
		switch (this.#kind) {
			case 'choice':
				return { kind: 'option', index: this.#option ?? 0 };
			case 'number':
				return { kind: 'number', text: this.text.trim() };
			case 'numbers':
				return { kind: 'numbers', texts: this.#texts.map((text) => text.trim()) };
			case 'order':
				return { kind: 'order', order: [...this.#order] };
			case 'code':
				// It is not made up here: it has an editor of its own.
				return null;
		}
	}

	#findFault(): DraftFault | null {
		if (this.#kind === 'choice') return this.#option === null ? 'nothing chosen' : null;
		if (this.#kind === 'order') return null;
		const empty = this.#texts.filter((text) => text.trim() === '').length;
		if (empty === this.#texts.length) return 'nothing typed';
		if (this.faultyText !== '') {
			return unitBehind(this.faultyText) === null ? 'no number' : 'with a unit';
		}
		return empty > 0 ? 'not all typed' : null;
	}
}
