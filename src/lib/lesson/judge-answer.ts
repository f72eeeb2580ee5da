/** What an answer to a gate or a question is worth, and what is to be said about it. */
import type { Given } from '#lib/state/progress.svelte.ts';
import { readNumber } from '#lib/strings/read-number.ts';
import type { ChoiceAnswer, Html, NumberAnswer } from './lesson.ts';

export interface Verdict {
	readonly correct: boolean;
	/** What is to be said about this very answer; null where nothing was answered. */
	readonly feedbackHtml: Html | null;
}

/** Judges an answer; one that does not fit what was asked is worth as much as none. */
export function judgeAnswer(asked: ChoiceAnswer | NumberAnswer, given: Given): Verdict {
	if (asked.kind === 'choice' && given.kind === 'option') {
		const option = asked.options[given.index];
		return {
			correct: option?.correct ?? false,
			feedbackHtml: option?.feedbackHtml ?? null
		};
	}
	const value = asked.kind === 'number' && given.kind === 'number' ? readNumber(given.text) : null;
	if (asked.kind === 'choice' || value === null) return { correct: false, feedbackHtml: null };
	return judgeNumber(asked, value);
}

function judgeNumber(asked: NumberAnswer, value: number): Verdict {
	const isNear = (other: number): boolean => Math.abs(value - other) <= asked.tolerance;
	if (isNear(asked.value)) return { correct: true, feedbackHtml: asked.correctHtml };
	const known = asked.wrong.find((wrong) => isNear(wrong.value));
	return { correct: false, feedbackHtml: known?.feedbackHtml ?? asked.otherwiseHtml };
}

/** The letter that an option is known by: A, B, C … */
export function letterOf(index: number): string {
	return String.fromCharCode('A'.charCodeAt(0) + index);
}

/** An answer in a word: the letter of an option, a number as typed, or `unknown`. */
export function nameGiven(given: Given, unknown: string): string {
	if (given.kind === 'option') return letterOf(given.index);
	return given.kind === 'number' ? given.text : unknown;
}

/** A name for what is asked, which changes when the answers do (FNV-1a, 32 bits). */
export function nameOfAsked(asked: ChoiceAnswer | NumberAnswer): string {
	let hash = 0x811c9dc5;
	for (const character of JSON.stringify(asked)) {
		hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
	}
	return (hash >>> 0).toString(36);
}
