/** What a reader answers to one gate or question: made up in a draft, then kept with the progress. */
import type { Given, Progress, StoredAnswer } from '#lib/state/lesson/progress.svelte.ts';
import { AnswerDraft } from './answer-draft.svelte.ts';
import { judgeAnswer, nameOfAsked } from './judge-answer.ts';
import type { Asked, GateBlock, QuestionBlock } from '#lib/lesson/lesson.ts';

/** Which lesson, and what in it. */
interface Place {
	readonly slug: string;
	readonly block: GateBlock | QuestionBlock;
}

export class AnswerRecord {
	readonly #progress: Progress;
	readonly #place: () => Place;
	#draft: AnswerDraft;
	readonly #asked = $derived.by(() => nameOfAsked(this.#place().block.answer));
	readonly #stored = $derived.by(() => {
		const { slug, block } = this.#place();
		return this.#progress.answer(slug, block.id, this.#asked);
	});
	readonly #shown = $derived.by(() =>
		this.#stored ? this.#newDraft(this.#stored.given) : this.#draft
	);

	constructor(progress: Progress, place: () => Place) {
		this.#progress = progress;
		this.#place = place;
		this.#draft = $state.raw(this.#newDraft(null));
	}

	/** What the reader makes up now. */
	get draft(): AnswerDraft {
		return this.#draft;
	}

	/** The committed answer as a draft, or the one being made up. */
	get shown(): AnswerDraft {
		return this.#shown;
	}

	/** The committed answer. */
	get given(): Given | null {
		return this.#stored?.given ?? null;
	}

	get revealed(): boolean {
		return this.#stored?.revealed ?? false;
	}

	/**
	 * Commits the draft.
	 * @param revealed whether what comes out is shown at once
	 * @returns false, and a fault in the draft, when it is no answer
	 */
	commit(revealed: boolean): boolean {
		const given = this.#draft.take();
		if (given) this.#keep(given, revealed);
		return given !== null;
	}

	/** Keeps an answer that was made up and judged elsewhere. */
	put(given: Given): void {
		this.#keep(given, true);
	}

	/** Shows what comes out; there has to be a committed answer. */
	reveal(): void {
		if (this.#stored) this.#store({ ...this.#stored, revealed: true });
	}

	/** Begins anew. */
	forget(): void {
		const { slug, block } = this.#place();
		this.#progress.forgetAnswer(slug, block.id);
		this.#draft = this.#newDraft(null);
	}

	#keep(given: Given, revealed: boolean): void {
		const { correct } = judgeAnswer(this.#place().block.answer, given);
		this.#store({ asked: this.#asked, given, revealed, right: correct });
	}

	#store(answer: StoredAnswer): void {
		const { slug, block } = this.#place();
		this.#progress.setAnswer(slug, block.id, answer);
	}

	#newDraft(given: Given | null): AnswerDraft {
		const { answer } = this.#place().block;
		return new AnswerDraft(answer.kind, given, sizeOf(answer));
	}
}

/** How many numbers or steps an answer has. */
function sizeOf(asked: Asked): number {
	if (asked.kind === 'numbers') return asked.fields.length;
	return asked.kind === 'order' ? asked.steps.length : 1;
}
