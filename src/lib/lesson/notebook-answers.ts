/** Gates and questions of a notebook: a blank to fill, and what the answers are worth, folded away. */
import type { Strings } from '#lib/strings/strings.ts';
import type { AnswerDraft, GateDraft, QuestionDraft } from './draft.ts';
import type { Text } from './lesson-error.ts';

type Words = Strings['notebook'];
type Plain = (text: Text) => string;

const BLANK = '\\_'.repeat(12);

/** The paragraphs of a gate. */
export function gateMarkdown(gate: GateDraft, plain: Plain, words: Words): string[] {
	const { title, prompt, answer, observe, explain } = gate;
	const look = observe.figure ? [words.liveFigure] : [];
	return [
		`### ${words.predict(title)}`,
		plain(prompt),
		...choices(answer, plain, words),
		`**${words.yourPrediction}** ${BLANK}`,
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
	if (answer.kind === 'number') return [words.number(answer.label)];
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
	const { value, correct, wrong, otherwise } = answer;
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
