/** What a gate or a question accepts, its Markdown set as HTML. */
import type { AnswerDraft } from './draft.ts';
import type { Text } from './lesson-error.ts';
import type { Asked, Html } from '#lib/lesson/lesson.ts';
import { blockHtml, inlineHtml } from './markdown.ts';
import type { Page } from './settle-markdown.ts';

/** Sets the feedback of each wrong answer. */
function setWrong<Wrong extends { readonly feedback: Text }>(
	wrong: readonly Wrong[],
	page: Page
): (Omit<Wrong, 'feedback'> & { readonly feedbackHtml: Html })[] {
	return wrong.map(({ feedback, ...rest }) => ({
		...rest,
		feedbackHtml: blockHtml(feedback, page)
	}));
}

/** @throws LessonError with the first text that has a fault */
export function setAnswer(answer: AnswerDraft, page: Page): Asked {
	if (answer.kind === 'choice') {
		return {
			kind: 'choice',
			options: answer.options.map(({ text, correct, feedback }) => ({
				html: inlineHtml(text, page),
				correct,
				feedbackHtml: blockHtml(feedback, page)
			}))
		};
	}
	if (answer.kind === 'numbers') {
		const { correct, fields, ...rest } = answer;
		return {
			...rest,
			correctHtml: blockHtml(correct, page),
			fields: fields.map(({ wrong, otherwise, ...field }) => ({
				...field,
				wrong: setWrong(wrong, page),
				otherwiseHtml: blockHtml(otherwise, page)
			}))
		};
	}
	const judged = {
		correctHtml: blockHtml(answer.correct, page),
		otherwiseHtml: blockHtml(answer.otherwise, page)
	};
	switch (answer.kind) {
		case 'number': {
			const { kind, label, value, tolerance, wrong } = answer;
			return { kind, label, value, tolerance, wrong: setWrong(wrong, page), ...judged };
		}
		case 'order': {
			const steps = answer.steps.map((step) => inlineHtml(step, page));
			return { kind: 'order', steps, wrong: setWrong(answer.wrong, page), ...judged };
		}
		case 'code': {
			const { kind, task, wrong } = answer;
			return { kind, task, wrong: setWrong(wrong, page), ...judged };
		}
	}
}
