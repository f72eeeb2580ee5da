/** What can come of a gate or question, counted: what an answer code says of an answer. */
import type { Given } from '#lib/state/lesson/progress.svelte.ts';
import { writeNumber } from '#lib/strings/read-number.ts';
import { placeOf } from './answer-code.ts';
import { judgeAnswer, letterOf } from './judge-answer.ts';
import type { Asked, Html } from '#lib/lesson/lesson.ts';

/** One bar of a class's answers. */
export type Outcome = { readonly right: boolean } & (
	| { readonly kind: 'option'; readonly letter: string; readonly html: Html }
	| { readonly kind: 'number'; readonly text: string }
	/** Of several numbers, the first that is not right. */
	| { readonly kind: 'field'; readonly label: string }
	/** Of steps, one that stands too early. */
	| { readonly kind: 'early'; readonly html: Html }
	/** Of code, a known mistake. */
	| { readonly kind: 'mistake'; readonly name: string }
	| { readonly kind: 'right' | 'other' | 'unknown' }
);

/** Numbers that every question has for these two. */
export const OTHER = 30;
export const UNKNOWN = 31;

/** What can come of it, by number: those that are listed, then any other, then not knowing. */
export function outcomesOf(asked: Asked): ReadonlyMap<number, Outcome> {
	const listed = listedOutcomes(asked).slice(0, OTHER);
	const others = new Map<number, Outcome>(listed.map((outcome, index) => [index, outcome]));
	if (asked.kind !== 'choice') others.set(OTHER, { kind: 'other', right: false });
	return others.set(UNKNOWN, { kind: 'unknown', right: false });
}

/** The number in codes of what is asked in a lesson under an id. */
export function codedPlace(slug: string, id: string, asked: Asked): number {
	return placeOf(slug, id, JSON.stringify([...outcomesOf(asked)]));
}

function listedOutcomes(asked: Asked): Outcome[] {
	const wrong = { right: false } as const;
	const right: Outcome = { kind: 'right', right: true };
	switch (asked.kind) {
		case 'choice':
			return asked.options.map(({ html, correct }, index) => {
				return { kind: 'option', letter: letterOf(index), html, right: correct };
			});
		case 'number':
			return [asked, ...asked.wrong].map(({ value }, index) => {
				return { kind: 'number', text: writeNumber(value), right: index === 0 };
			});
		case 'numbers':
			return [
				right,
				...asked.fields.map(({ label }) => ({ kind: 'field', label, ...wrong }) as const)
			];
		case 'order': {
			const early = asked.wrong.map(
				(entry) => ({ kind: 'early', html: asked.steps[entry.early] ?? '', ...wrong }) as const
			);
			return [right, ...early];
		}
		case 'code':
			return [
				right,
				...asked.wrong.map(({ name }) => ({ kind: 'mistake', name, ...wrong }) as const)
			];
	}
}

/** The number of what came of an answer. */
export function outcomeOf(asked: Asked, given: Given): number {
	const { correct, feedbackHtml, parts } = judgeAnswer(asked, given);
	if (asked.kind === 'choice') {
		return given.kind === 'option' && given.index < asked.options.length ? given.index : UNKNOWN;
	}
	if (feedbackHtml === null) return UNKNOWN;
	if (correct) return 0;
	if (asked.kind === 'numbers') {
		const labels = parts.flatMap((part) => part.labels);
		return within(asked.fields.findIndex(({ label }) => labels.includes(label)));
	}
	return within(asked.wrong.findIndex((wrong) => wrong.feedbackHtml === feedbackHtml));
}

/** Behind the right one, or any other. */
function within(wrong: number): number {
	return wrong >= 0 && wrong + 1 < OTHER ? wrong + 1 : OTHER;
}
