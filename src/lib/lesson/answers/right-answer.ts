/** The right answer to a gate or a question, as a reader would have given it. */
import type { Given } from '#lib/state/lesson/progress.svelte.ts';
import { writeNumber } from '#lib/strings/read-number.ts';
import type { Asked, Html } from '#lib/lesson/lesson.ts';

interface RightAnswer {
	/** Null where many answers are right, as with code. */
	readonly given: Given | null;
	/** What is said of it. */
	readonly html: Html;
}

export function rightAnswer(asked: Asked): RightAnswer {
	switch (asked.kind) {
		case 'choice': {
			const index = asked.options.findIndex(({ correct }) => correct);
			return { given: { kind: 'option', index }, html: asked.options[index]?.feedbackHtml ?? '' };
		}
		case 'number': {
			return { given: { kind: 'number', text: writeNumber(asked.value) }, html: asked.correctHtml };
		}
		case 'numbers': {
			const texts = asked.fields.map(({ value }) => writeNumber(value));
			return { given: { kind: 'numbers', texts }, html: asked.correctHtml };
		}
		case 'order': {
			const order = asked.steps.map((_, step) => step);
			return { given: { kind: 'order', order }, html: asked.correctHtml };
		}
		case 'code':
			return { given: null, html: asked.correctHtml };
	}
}
