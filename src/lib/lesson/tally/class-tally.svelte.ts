/** The answers of a class, counted from the codes that a teacher types. Kept as long as the tab is open. */
import * as v from 'valibot';
import {
	CODE_LENGTH,
	decodeAnswer,
	encodeAnswer,
	type CodedAnswer
} from '#lib/lesson/answers/answer-code.ts';
import type { Slot, Store } from '#lib/state/shell/storage.ts';
import { findCodes } from './find-codes.ts';

/** Codes, as they were counted: one of a question that a new version asks otherwise is known as none. */
const keptSchema = v.array(v.pipe(v.string(), v.length(CODE_LENGTH)));

interface Added {
	/** How many codes were counted. */
	readonly counted: number;
	/** What else was typed, as typed. */
	readonly others: readonly string[];
}

export class ClassTally {
	readonly #knows: (place: number) => boolean;
	readonly #kept: Slot<string[]>;
	#answers: readonly CodedAnswer[] = $state.raw([]);
	/** What it was before each press of a button, for the way back. */
	#before: readonly (readonly CodedAnswer[])[] = $state.raw([]);

	/**
	 * @param knows whether there is a question of this number
	 * @param store keeps the codes over a reload
	 */
	constructor(knows: (place: number) => boolean, store: Store) {
		this.#knows = knows;
		this.#kept = store.slot('tally', 1, keptSchema, []);
	}

	/** What was counted before a reload; what was cleared with all data is gone. */
	restore = (): void => {
		const answers = this.#kept.read().flatMap((code) => decodeAnswer(code) ?? []);
		this.#answers = answers.filter(({ place }) => this.#knows(place));
		this.#before = [];
	};

	get size(): number {
		return this.#answers.length;
	}

	/** Numbers of the questions that were answered, the last one first. */
	get places(): readonly number[] {
		return [...new Set(this.#answers.map(({ place }) => place).reverse())];
	}

	/** How often each outcome of a question came. */
	count(place: number): ReadonlyMap<number, number> {
		const counts = new Map<number, number>();
		for (const answer of this.#answers) {
			if (answer.place !== place) continue;
			counts.set(answer.outcome, (counts.get(answer.outcome) ?? 0) + 1);
		}
		return counts;
	}

	/** Counts every code of a text; one student is one code, and the same code again counts again. */
	add(text: string): Added {
		const { codes, others } = findCodes(text, this.#knows);
		if (codes.length > 0) this.#change([...this.#answers, ...codes]);
		return { counted: codes.length, others };
	}

	get canUndo(): boolean {
		return this.#before.length > 0;
	}

	/** Takes back what was added or cleared last. */
	undo(): void {
		this.#set(this.#before.at(-1) ?? this.#answers);
		this.#before = this.#before.slice(0, -1);
	}

	clear(): void {
		this.#change([]);
	}

	#change(answers: readonly CodedAnswer[]): void {
		this.#before = [...this.#before, this.#answers];
		this.#set(answers);
	}

	#set(answers: readonly CodedAnswer[]): void {
		this.#answers = answers;
		this.#kept.write(answers.map(encodeAnswer));
	}
}
