/**
 * Answer codes in what a teacher types or pastes: one or many, in capitals or not, with a hyphen or blanks
 * within, and names, numbers and times around them. The check character tells a code from a word.
 */
import {
	CODE_LENGTH,
	decodeAnswer,
	plainCode,
	type CodedAnswer
} from '#lib/lesson/answers/answer-code.ts';

/** Longest text that is looked at, some hundred codes. */
const LONGEST = 5000;

export interface FoundCodes {
	readonly codes: readonly CodedAnswer[];
	/** What else stands there, as it was typed; what only numbers a list is left out. */
	readonly others: readonly string[];
}

/** @param knows whether there is a question of this number */
export function findCodes(text: string, knows: (place: number) => boolean): FoundCodes {
	const codes: CodedAnswer[] = [];
	const others: string[] = [];
	for (const part of text.slice(0, LONGEST).split(/[\n,;/|]+/)) {
		const words = part.split(/\s+/).filter((word) => word !== '');
		let other: string[] = [];
		while (words.length > 0) {
			const found = readStart(words, knows);
			if (found === null) other.push(words.shift()!);
			else {
				others.push(...inOne(other.filter((word) => !isNumbering(word))));
				other = [];
				codes.push(...found.codes);
				words.splice(0, found.length);
			}
		}
		others.push(...inOne(other));
	}
	return { codes, others };
}

/** Whether it is about as long as a code and holds a digit, as most codes do: something to be mended. */
export function looksLikeCode(text: string): boolean {
	return /\d/.test(text.normalize('NFKC')) && Math.abs(plainCode(text).length - CODE_LENGTH) <= 1;
}

/** `1.`, `17)`: in front of a code it is the number of a line in a list. */
const isNumbering = (word: string): boolean => /^\d{1,2}[.):]?$/.test(word);

const inOne = (words: readonly string[]): string[] => (words.length > 0 ? [words.join(' ')] : []);

/** The codes that these words begin with, and how many words they take; null: they begin with none. */
function readStart(
	words: readonly string[],
	knows: (place: number) => boolean
): { readonly codes: CodedAnswer[]; readonly length: number } | null {
	for (let length = 1; length <= Math.min(words.length, CODE_LENGTH); length++) {
		const plain = plainCode(words.slice(0, length).join(''));
		if (length > 1 && plain.length > CODE_LENGTH) return null;
		const codes = readRow(plain, knows);
		if (codes !== null) return { codes, length };
	}
	return null;
}

/** Codes without anything between them; null when one of them is none. */
function readRow(plain: string, knows: (place: number) => boolean): CodedAnswer[] | null {
	if (plain === '') return null;
	const codes: CodedAnswer[] = [];
	for (let start = 0; start < plain.length; start += CODE_LENGTH) {
		const answer = decodeAnswer(plain.slice(start, start + CODE_LENGTH));
		if (!answer || !knows(answer.place)) return null;
		codes.push(answer);
	}
	return codes;
}
