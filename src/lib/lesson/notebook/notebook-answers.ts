/** Gates and questions of a notebook: a blank to fill, and what the answers are worth, folded away. */
import { codeTasks } from '#lib/exercises/tasks.ts';
import type { Strings } from '#lib/strings/strings.ts';
import type {
	AnswerDraft,
	ChoiceDraft,
	CodeDraft,
	GateDraft,
	NumberDraft,
	NumbersDraft,
	OrderDraft,
	QuestionDraft
} from '#lib/lesson/source/draft.ts';
import type { Text } from '#lib/lesson/source/lesson-error.ts';
import { firstOrder } from '#lib/lesson/answers/step-order.ts';

type Words = Strings['notebook'];
type Plain = (text: Text) => string;

const BLANK = '\\_'.repeat(12);

/** The paragraphs of a gate. */
export function gateMarkdown(gate: GateDraft, plain: Plain, words: Words): string[] {
	const { title, prompt, answer, hints, observe, explain } = gate;
	const look = observe.figure ? [words.liveFigure] : [];
	return [
		`### ${words.predict(title)}`,
		plain(prompt),
		...choices(answer, plain, words),
		`**${words.yourPrediction}** ${BLANK}`,
		...hints.map((hint, index) => folded(words.hint(String(index + 1)), [plain(hint)])),
		folded(words.observe, [
			plain(observe.text),
			...look,
			...feedback(answer, plain, words),
			plain(explain)
		])
	];
}

/** The paragraphs of a question. */
export function questionMarkdown(question: QuestionDraft, plain: Plain, words: Words): string[] {
	const { prompt, answer, hints, solution } = question;
	return [
		`### ${words.question}`,
		plain(prompt),
		...choices(answer, plain, words),
		`**${words.yourAnswer}** ${BLANK}`,
		...hints.map((hint, index) => folded(words.hint(String(index + 1)), [plain(hint)])),
		folded(words.solution, [plain(solution), ...feedback(answer, plain, words)])
	];
}

function choices(answer: AnswerDraft, plain: Plain, words: Words): string[] {
	switch (answer.kind) {
		case 'number':
			return [words.number(answer.label)];
		case 'numbers':
			return [words.numbers(answer.fields.map(({ label }) => label).join('; '))];
		case 'order':
			return [
				words.order,
				firstOrder(answer.steps.length)
					.map((step) => `- ${plain(answer.steps[step]!)}`)
					.join('\n')
			];
		case 'code':
			return [words.writeCode, ['```js', codeTasks[answer.task]!.start, '```'].join('\n')];
		case 'choice':
			return lettered(answer, plain);
	}
}

function lettered(answer: ChoiceDraft, plain: Plain): string[] {
	return [
		answer.options.map(({ text }, index) => `- **${letter(index)}** ${plain(text)}`).join('\n')
	];
}

function feedback(answer: AnswerDraft, plain: Plain, words: Words): string[] {
	if (answer.kind === 'choice') {
		return answer.options.map(
			(option, index) => `**${words.option(letter(index))}** ${plain(option.feedback)}`
		);
	}
	if (answer.kind === 'numbers') return numbersFeedback(answer, plain);
	if (answer.kind !== 'number') return otherFeedback(answer, plain, words);
	return numberFeedback(answer, plain, words);
}

function numbersFeedback(answer: NumbersDraft, plain: Plain): string[] {
	return [
		...answer.fields.map(({ label, value }) => `**${label}:** ${value}`),
		plain(answer.correct)
	];
}

/** A right order, or right code, and what is said of others. */
function otherFeedback(answer: OrderDraft | CodeDraft, plain: Plain, words: Words): string[] {
	const right =
		answer.kind === 'order'
			? answer.steps.map((step, index) => `${index + 1}. ${plain(step)}`).join('\n')
			: ['```js', codeTasks[answer.task]!.solution, '```'].join('\n');
	return [right, plain(answer.correct), `**${words.otherAnswer}** ${plain(answer.otherwise)}`];
}

function numberFeedback(
	{ value, correct, wrong, otherwise }: NumberDraft,
	plain: Plain,
	words: Words
): string[] {
	return [
		`**${words.rightNumber(String(value))}** ${plain(correct)}`,
		...wrong.map(
			(entry) => `**${words.wrongNumber(String(entry.value))}** ${plain(entry.feedback)}`
		),
		`**${words.otherNumber}** ${plain(otherwise)}`
	];
}

function letter(index: number): string {
	return String.fromCharCode('A'.charCodeAt(0) + index);
}

/** Markdown has no word for this; notebooks know the HTML. */
function folded(summary: string, paragraphs: readonly string[]): string {
	return ['<details>', `<summary>${summary}</summary>`, ...paragraphs, '</details>'].join('\n\n');
}
