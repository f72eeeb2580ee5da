/**
 * A lesson's prose as HTML: Markdown without raw HTML, pictures and code blocks, with formulas and the
 * links of `prose-links.ts`. What may not stand in it is refused with its line.
 */
import { Marked, Renderer, type Token } from 'marked';
import { formulaSyntax, isFormula } from './formula-syntax.ts';
import type { Text } from './lesson-error.ts';
import type { Html } from '#lib/lesson/lesson.ts';
import { inside, type MarkdownToken } from './refused-markdown.ts';
import { formulaWords } from './set-formula.ts';
import { settleMarkdown, type Page, type Printer } from './settle-markdown.ts';

/** Of the tokens that are not printed as Markdown prints them. */
const printers = new WeakMap<object, Printer>();

const marked = new Marked(formulaSyntax, {
	extensions: [
		{ name: 'formula', renderer: (token) => print(token, '') },
		{ name: 'display-formula', renderer: (token) => print(token, '') }
	],
	renderer: {
		// Wide tables and formulas scroll in a frame of their own.
		table(token) {
			return `<div class="table">${Renderer.prototype.table.call(this, token)}</div>\n`;
		},
		link(token) {
			return print(token, this.parser.parseInline(token.tokens));
		},
		paragraph(token) {
			return printers.has(token) && print(token, this.parser.parseInline(token.tokens));
		}
	}
});

function print(token: object, inside: Html): Html {
	return printers.get(token)?.(inside) ?? inside;
}

/** The top-level tokens of a text; their `raw`, joined, is the text. */
export function lexMarkdown(markdown: string): Token[] {
	return marked.lexer(markdown);
}

/**
 * Paragraphs, lists, tables and the like.
 * @throws LessonError
 */
export function blockHtml(text: Text, page: Page): Html {
	const tokens = marked.lexer(text.markdown);
	settle(tokens, text, page);
	return marked.parser(tokens).trim();
}

/**
 * One line: emphasis, code, formulas and links.
 * @throws LessonError
 */
export function inlineHtml(text: Text, page: Page): Html {
	const tokens = marked.Lexer.lexInline(text.markdown, marked.defaults);
	settle(tokens, text, page);
	return marked.Parser.parseInline(tokens, marked.defaults);
}

/** A line without marks: what a table of contents says of a title. Formulas keep the signs one reads. */
export function plainWords(text: Text): string {
	return wordsOf(marked.Lexer.lexInline(text.markdown, marked.defaults));
}

function wordsOf(tokens: readonly MarkdownToken[]): string {
	return tokens
		.map((token) => {
			if (isFormula(token)) return formulaWords(token.tex);
			const parts = inside(token);
			return parts.length > 0 ? wordsOf(parts) : (token.text ?? token.raw);
		})
		.join('');
}

function settle(tokens: Token[], text: Text, page: Page): void {
	settleMarkdown(tokens, text, page).forEach((printer, token) => printers.set(token, printer));
}
