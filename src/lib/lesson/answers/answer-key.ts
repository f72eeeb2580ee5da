/**
 * The answers of a lesson for teachers: every gate and question with what is right, why, and which
 * mistake leads to which wrong answer. Made of the lesson itself, so that nothing is written twice.
 */
import { writeNumber } from '#lib/strings/read-number.ts';
import { letterOf } from './judge-answer.ts';
import type { GateBlock, Html, Lesson, NumberAnswer, QuestionBlock } from '#lib/lesson/lesson.ts';
import { firstOrder } from './step-order.ts';

export interface KeyEntry {
	/** Id of the gate or question. */
	readonly id: string;
	/** Id of its cell. */
	readonly cell: string;
	/** `6.2`. */
	readonly number: string;
	readonly kind: 'gate' | 'question';
	/** A gate's title, or the name of an exercise; null for any other question. */
	readonly title: string | null;
	/** The right answer in a word: a letter, a value; null where there is none, as for code. */
	readonly short: string | null;
	/** Of steps to put in order: the numbers beside them on a handout, from top to bottom. */
	readonly onPaper: string | null;
	readonly promptHtml: Html;
	/** The options there are, lettered; none where something else is asked for. */
	readonly options: readonly { readonly letter: string; readonly html: Html }[];
	/** What is right: a letter or a value in front, where there is one. */
	readonly right: readonly Answer[];
	readonly mistakes: readonly Answer[];
	/** What is seen, or how it is worked out. */
	readonly solutionHtml: Html;
}

interface Answer {
	/** `B`, or the number as it is written in the lesson; null where the feedback says all. */
	readonly given: string | null;
	readonly html: Html;
}

type Asking = GateBlock | QuestionBlock;

/** In the order of the lesson. */
export function answerKey({ number, cells }: Lesson): KeyEntry[] {
	return cells.flatMap(({ id, blocks }, index) =>
		blocks
			.filter((block) => block.kind === 'gate' || block.kind === 'question')
			.map((block) => entryOf(block, id, `${number}.${index + 1}`))
	);
}

function entryOf(block: Asking, cell: string, number: string): KeyEntry {
	const { answer } = block;
	const isGate = block.kind === 'gate';
	const solution = isGate ? block.observe.html + block.explainHtml : block.solutionHtml;
	return {
		...{ id: block.id, cell, number, kind: block.kind },
		title: isGate ? block.title : block.exercise,
		short: shortOf(answer),
		onPaper: answer.kind === 'order' ? numbersOnPaper(answer.steps.length) : null,
		promptHtml: withoutLinks(block.promptHtml),
		options: answer.kind === 'choice' ? answer.options.map(optionOf) : [],
		right: rightOf(answer).map(unlinked),
		mistakes: mistakesOf(answer).map(unlinked),
		solutionHtml: withoutLinks(solution)
	};
}

function optionOf({ html }: { readonly html: Html }, index: number) {
	return { letter: letterOf(index), html: withoutLinks(html) };
}

function rightOf(answer: Asking['answer']): Answer[] {
	switch (answer.kind) {
		case 'choice':
			return lettered(answer, true);
		case 'number':
			return [{ given: writeNumber(answer.value), html: answer.correctHtml }];
		case 'numbers': {
			const values = answer.fields.map(({ value }) => writeNumber(value));
			return [{ given: values.join('; '), html: answer.correctHtml }];
		}
		case 'order': {
			const steps = answer.steps.map((html, index) => ({ given: `${index + 1}.`, html }));
			return [...steps, { given: null, html: answer.correctHtml }];
		}
		case 'code':
			return [{ given: null, html: answer.correctHtml }];
	}
}

function shortOf(answer: Asking['answer']): string | null {
	if (answer.kind === 'order' || answer.kind === 'code') return null;
	return rightOf(answer)
		.flatMap(({ given }) => given ?? [])
		.join(', ');
}

/** The steps stand there as they do on the page at first. */
function numbersOnPaper(count: number): string {
	return firstOrder(count)
		.map((step) => step + 1)
		.join(', ');
}

function mistakesOf(answer: Asking['answer']): Answer[] {
	switch (answer.kind) {
		case 'choice':
			return lettered(answer, false);
		case 'number':
			return wrongValues(answer.wrong);
		case 'numbers':
			return answer.fields.flatMap(({ wrong }) => wrongValues(wrong));
		case 'order':
		case 'code':
			return answer.wrong.map(({ feedbackHtml }) => ({ given: null, html: feedbackHtml }));
	}
}

function wrongValues(wrong: NumberAnswer['wrong']): Answer[] {
	return wrong.map(({ value, feedbackHtml }) => ({
		given: writeNumber(value),
		html: feedbackHtml
	}));
}

function lettered(answer: Extract<Asking['answer'], { kind: 'choice' }>, right: boolean): Answer[] {
	return answer.options
		.map(({ correct, feedbackHtml }, index) => ({
			correct,
			given: letterOf(index),
			html: feedbackHtml
		}))
		.filter(({ correct }) => correct === right);
}

function unlinked({ given, html }: Answer): Answer {
	return { given, html: withoutLinks(html) };
}

/** The words of links stay: they lead to places of the lesson's own page. */
function withoutLinks(html: Html): Html {
	return html.replace(/<a [^>]*>|<\/a>/g, '');
}
