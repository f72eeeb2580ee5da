/** What Markdown can do and a lesson's prose may not, each with the words for who tried it. */
import { describeFound } from './lesson-error.ts';

/** As `marked` gives them; only what is looked at. */
export interface MarkdownToken {
	readonly type: string;
	readonly raw: string;
	readonly text?: string;
	/** Of a heading. */
	readonly depth?: number;
	/** Of a list item: one with a check box. */
	readonly task?: boolean;
	/** Of a link. */
	readonly href?: string;
	readonly title?: string | null;
	readonly tokens?: readonly MarkdownToken[];
	readonly items?: readonly MarkdownToken[];
	/** Of a table. */
	readonly header?: readonly { readonly tokens: readonly MarkdownToken[] }[];
	readonly rows?: readonly (readonly { readonly tokens: readonly MarkdownToken[] }[])[];
}

const ALLOWED = [
	'space',
	'paragraph',
	'text',
	'escape',
	'em',
	'strong',
	'codespan',
	'br',
	'link',
	'list',
	'list_item',
	'blockquote',
	'table',
	'formula',
	'display-formula'
];

/** What is expected in place of a kind of token. */
const INSTEAD: Readonly<Record<string, string>> = {
	html: 'Markdown without HTML',
	image: 'no picture (figures show things)',
	code: 'no code block (code stands in content/snippets/, named by a fence: ```code name)',
	hr: 'no rule (a heading begins a new cell)',
	def: 'the address behind each link, in round brackets',
	del: 'no text that is struck out',
	checkbox: 'a list without check boxes',
	'lone-dollar': 'a formula between two dollars, or \\$ for a dollar'
};

/** Why a token may not stand in prose; undefined when it may. */
export function refusal(token: MarkdownToken): { expected: string; found: string } | undefined {
	const found = describeFound(token.raw.trim().split('\n')[0]);
	if (token.type === 'heading') {
		if (token.depth === 3) return undefined;
		return {
			expected: 'a heading of ### inside a cell (## begins one, in the first column)',
			found
		};
	}
	if (token.type === 'list_item' && token.task) return { expected: INSTEAD.checkbox!, found };
	if (token.type === 'link' && token.title) return { expected: 'a link without a title', found };
	if (ALLOWED.includes(token.type)) return undefined;
	return { expected: INSTEAD[token.type] ?? `no ${token.type}`, found };
}

/** The tokens inside a token, in order. */
export function inside(token: MarkdownToken): readonly MarkdownToken[] {
	if (token.header && token.rows) {
		return [token.header, ...token.rows].flat().flatMap((cell) => cell.tokens);
	}
	return token.items ?? token.tokens ?? [];
}
