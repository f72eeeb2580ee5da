/** What an answer to a gate or a question is worth, and what is to be said about it. */
import type { Given } from '#lib/state/lesson/progress.svelte.ts';
import { readings } from '#lib/strings/read-number.ts';
import type {
	Asked,
	CodeAnswer,
	Html,
	NumberAnswer,
	NumbersAnswer,
	OrderAnswer
} from '#lib/lesson/lesson.ts';
import { isNear } from './same-number.ts';

export interface Verdict {
	readonly correct: boolean;
	/** What is to be said about this very answer; null where nothing was answered. */
	readonly feedbackHtml: Html | null;
	/** Of several numbers, those that are wrong, the ones of one kind together. */
	readonly parts: readonly WrongPart[];
}

interface WrongPart {
	readonly labels: readonly string[];
	readonly feedbackHtml: Html;
}

const nothing: Verdict = { correct: false, feedbackHtml: null, parts: [] };

/** Judges an answer; one that does not fit what was asked is worth as much as none. */
export function judgeAnswer(asked: Asked, given: Given): Verdict {
	if (asked.kind === 'choice' && given.kind === 'option') {
		const option = asked.options[given.index];
		return {
			...nothing,
			correct: option?.correct ?? false,
			feedbackHtml: option?.feedbackHtml ?? null
		};
	}
	if (asked.kind === 'number' && given.kind === 'number') return judgeNumber(asked, given.text);
	if (asked.kind === 'numbers' && given.kind === 'numbers') return judgeNumbers(asked, given.texts);
	if (asked.kind === 'order' && given.kind === 'order') return judgeOrder(asked, given.order);
	if (asked.kind === 'code' && given.kind === 'code') return judgeCode(asked, given.outcome);
	return nothing;
}

function judgeNumber(asked: NumberAnswer, text: string): Verdict {
	const value = likeliest(asked, text, asked.tolerance);
	if (value === null) return nothing;
	const wrong = wrongNumber(asked, value, asked.tolerance);
	return { ...nothing, correct: wrong === null, feedbackHtml: wrong ?? asked.correctHtml };
}

/** What was meant by a text with several readings: the right number, or else one that was foreseen. */
function likeliest(
	{ value: right, wrong }: Pick<NumberAnswer, 'value' | 'wrong'>,
	text: string,
	tolerance: number
): number | null {
	const values = readings(text);
	const foreseen = [right, ...wrong.map(({ value }) => value)].flatMap((known) =>
		values.filter((value) => isNear(value, known, tolerance))
	);
	return foreseen[0] ?? values[0] ?? null;
}

/** What is said of a wrong number; null when it is right. */
function wrongNumber(
	{ value: right, wrong, otherwiseHtml }: Pick<NumberAnswer, 'value' | 'wrong' | 'otherwiseHtml'>,
	value: number,
	tolerance: number
): Html | null {
	if (isNear(value, right, tolerance)) return null;
	return (
		wrong.find((entry) => isNear(value, entry.value, tolerance))?.feedbackHtml ?? otherwiseHtml
	);
}

function judgeNumbers({ fields, ...asked }: NumbersAnswer, texts: readonly string[]): Verdict {
	const values = fields.map((field, index) =>
		likeliest(field, texts[index] ?? '', asked.tolerance)
	);
	if (texts.length !== fields.length || values.includes(null)) return nothing;
	const labels = new Map<Html, string[]>();
	for (const [index, field] of fields.entries()) {
		const wrong = wrongNumber(field, values[index]!, asked.tolerance);
		if (wrong !== null) labels.set(wrong, [...(labels.get(wrong) ?? []), field.label]);
	}
	const parts = [...labels].map(([feedbackHtml, labels]) => ({ labels, feedbackHtml }));
	if (parts.length > 0) return { correct: false, feedbackHtml: '', parts };
	return { correct: true, feedbackHtml: asked.correctHtml, parts };
}

function judgeOrder(asked: OrderAnswer, order: readonly number[]): Verdict {
	const whole = asked.steps.every((_, step) => order.includes(step));
	if (!whole || order.length !== asked.steps.length) return nothing;
	if (order.every((step, index) => step === index)) {
		return { ...nothing, correct: true, feedbackHtml: asked.correctHtml };
	}
	const known = asked.wrong.find(
		({ early, before }) => order.indexOf(early) < order.indexOf(before)
	);
	return { ...nothing, feedbackHtml: known?.feedbackHtml ?? asked.otherwiseHtml };
}

function judgeCode(asked: CodeAnswer, outcome: string): Verdict {
	if (outcome === 'right') return { ...nothing, correct: true, feedbackHtml: asked.correctHtml };
	const known = asked.wrong.find(({ name }) => name === outcome);
	return { ...nothing, feedbackHtml: known?.feedbackHtml ?? asked.otherwiseHtml };
}

/** The letter that an option is known by: A, B, C … */
export function letterOf(index: number): string {
	return String.fromCharCode('A'.charCodeAt(0) + index);
}

/** An answer in a word: letters of options or steps, numbers as typed, or `unknown`. */
export function nameGiven(given: Given, unknown: string): string {
	switch (given.kind) {
		case 'option':
			return letterOf(given.index);
		case 'number':
			return given.text;
		case 'numbers':
			return given.texts.join('; ');
		case 'order':
			return given.order.map(letterOf).join(' ');
		default:
			return unknown;
	}
}

/** A name for what is asked, which changes when the answers do (FNV-1a, 32 bits). */
export function nameOfAsked(asked: Asked): string {
	let hash = 0x811c9dc5;
	for (const character of JSON.stringify(asked)) {
		hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
	}
	return (hash >>> 0).toString(36);
}
