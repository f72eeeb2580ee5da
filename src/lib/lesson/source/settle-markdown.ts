/**
 * Checks the tokens of a text in order, finds the line of each, and settles how formulas, links and the
 * sentence under a displayed formula are printed.
 */
import { isFormula, type FormulaToken } from './formula-syntax.ts';
import { describeFound, LessonError, placeIn, type Place, type Text } from './lesson-error.ts';
import type { Html } from '#lib/lesson/lesson.ts';
import { linkHtml, parseLink, type LinkTargets, type ProseLink } from './prose-links.ts';
import { inside, refusal, type MarkdownToken } from './refused-markdown.ts';
import { setFormula } from './set-formula.ts';

/** What the texts of one page share while they are set. */
export interface Page {
	/** Null where text may hold coloured words and no other links. */
	readonly targets: LinkTargets | null;
	/** Told of each link in order, for what can only be checked later. */
	readonly onLink?: (link: ProseLink, place: Place) => void;
}

/** Prints a token, given the HTML of what is inside it. */
export type Printer = (inside: Html) => Html;

/** @throws LessonError with the first token that may not stand in prose */
export function settleMarkdown(
	tokens: readonly MarkdownToken[],
	text: Text,
	page: Page
): Map<object, Printer> {
	const printers = new Map<object, Printer>();
	let cursor = 0;

	/** Tokens come in the order of the text, so each is looked for behind the last one. */
	function offsetOf({ raw }: MarkdownToken): number {
		const [firstLine = ''] = raw.trimStart().split('\n');
		return Math.max(cursor, text.markdown.indexOf(firstLine, cursor));
	}

	function visit(token: MarkdownToken, previous: MarkdownToken | undefined): void {
		cursor = offsetOf(token);
		const place = placeIn(text, cursor);
		const fault = refusal(token);
		if (fault) throw new LessonError(place, fault.expected, fault.found);
		if (isFormula(token)) printers.set(token, formulaPrinter(token, place));
		if (token.type === 'link') printers.set(token, linkPrinter(token, place, page));
		if (previous?.type === 'display-formula') {
			checkSentence(token, place);
			printers.set(token, (html) => `<p class="in-words">${html}</p>\n`);
		}
		visitAll(inside(token));
		if (inside(token).length === 0) cursor += token.raw.trim().length;
	}

	function visitAll(list: readonly MarkdownToken[]): void {
		const spoken = list.filter(({ type }) => type !== 'space');
		spoken.forEach((token, index) => visit(token, spoken[index - 1]));
		const last = spoken.at(-1);
		if (last?.type === 'display-formula') checkSentence(undefined, placeIn(text, cursor));
	}

	visitAll(tokens);
	return printers;
}

function formulaPrinter(token: FormulaToken, place: Place): Printer {
	const display = token.type === 'display-formula';
	try {
		const html = setFormula(token.tex, display);
		return () => (display ? `<div class="formula">${html}</div>\n` : html);
	} catch (error) {
		const reason = (error instanceof Error ? error.message : String(error))
			.replace(/^KaTeX[^:]*: /, '')
			.replace(/ at (?:position|end of input).*$/s, '');
		const found = `${describeFound(token.tex.trim())} (${reason})`;
		throw new LessonError(place, 'a formula that KaTeX can set', found);
	}
}

function linkPrinter(token: MarkdownToken, place: Place, page: Page): Printer {
	const link = parseLink(token.href ?? '', token.text ?? '', page.targets);
	const at = { ...place, what: `${place.what}, link` };
	if ('expected' in link) throw new LessonError(at, link.expected, link.found);
	page.onLink?.(link, at);
	return (html) => linkHtml(link, html);
}

/** Who cannot see or read a formula gets it in words: the paragraph under it, in italics. */
function checkSentence(token: MarkdownToken | undefined, place: Place): void {
	const isText = token?.type === 'paragraph' || token?.type === 'text';
	const parts = isText ? inside(token) : [];
	if (parts.length === 1 && parts[0]!.type === 'em') return;
	throw new LessonError(
		place,
		'a sentence in _italics_ that says the formula above in words',
		describeFound(token?.raw.trim().split('\n')[0])
	);
}
