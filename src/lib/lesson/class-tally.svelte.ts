/** The answers of a class, counted from the codes that a teacher types. Kept on this page only. */
import { CODE_LENGTH, decodeAnswer, plainCode, type CodedAnswer } from './answer-code.ts';

/** Longest text that is looked at, some hundred codes. */
const LONGEST = 5000;

export interface Added {
	/** How many codes were counted. */
	readonly counted: number;
	/** What was typed in vain, as typed. */
	readonly refused: readonly string[];
}

export class ClassTally {
	readonly #knows: (place: number) => boolean;
	#answers: readonly CodedAnswer[] = $state.raw([]);
	/** How many of them came with each press of a button, for the way back. */
	#added: readonly number[] = $state.raw([]);

	/** @param knows whether there is a question of this number */
	constructor(knows: (place: number) => boolean) {
		this.#knows = knows;
	}

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
		const codes: CodedAnswer[] = [];
		const refused: string[] = [];
		for (const part of text.slice(0, LONGEST).split(/[\n,;/|]+/)) {
			const read = this.#readPart(part);
			codes.push(...read.codes);
			refused.push(...read.refused);
		}
		if (codes.length > 0) {
			this.#answers = [...this.#answers, ...codes];
			this.#added = [...this.#added, codes.length];
		}
		return { counted: codes.length, refused };
	}

	/** Takes back what was added last. */
	undo(): void {
		this.#answers = this.#answers.slice(0, this.#answers.length - (this.#added.at(-1) ?? 0));
		this.#added = this.#added.slice(0, -1);
	}

	clear(): void {
		this.#answers = [];
		this.#added = [];
	}

	/** One or more codes; a blank may stand between codes or within one. */
	#readPart(part: string): { codes: CodedAnswer[]; refused: string[] } {
		const words = part.split(/\s+/).filter((word) => word !== '');
		const codes: CodedAnswer[] = [];
		const refused: string[] = [];
		let begun: string[] = [];
		for (const word of words) {
			begun.push(word);
			const plain = plainCode(begun.join(''));
			if (plain.length < CODE_LENGTH) continue;
			const read = this.#readRow(plain);
			if (read) codes.push(...read);
			else refused.push(begun.join(' '));
			begun = [];
		}
		return { codes, refused: begun.length > 0 ? [...refused, begun.join(' ')] : refused };
	}

	/** Codes without anything between them; null when one of them is none. */
	#readRow(plain: string): CodedAnswer[] | null {
		const codes: CodedAnswer[] = [];
		for (let start = 0; start < plain.length; start += CODE_LENGTH) {
			const answer = decodeAnswer(plain.slice(start, start + CODE_LENGTH));
			if (!answer || !this.#knows(answer.place)) return null;
			codes.push(answer);
		}
		return codes;
	}
}
