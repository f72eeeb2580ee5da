/**
 * Formulas in Markdown: `$…$` in a line, `$$…$$` in a paragraph of its own. What stands between is TeX
 * and nothing else: no emphasis, no escapes. A dollar that opens no formula is a fault; `\$` writes one.
 */
import type { MarkedExtension, Tokens } from 'marked';

/** A token of a formula; `tex` is what stands between the dollars. */
export interface FormulaToken {
	readonly type: 'formula' | 'display-formula';
	readonly raw: string;
	readonly tex: string;
}

const INLINE = /^\$((?:\\.|[^\\$])+)\$/s;
/** No empty line inside, so that a forgotten end does not swallow the text that follows. */
const DISPLAY = /^ {0,3}\$\$((?:(?!\n[ \t]*\n|\$\$).)+)\$\$[ \t]*(?:\n+|$)/s;
/** Formulas in a text, between dollars that are not escaped. */
const ANYWHERE = /(?<!\\)\$(?:\\.|[^\\$])+\$/gs;

export function isFormula(token: { type: string }): token is FormulaToken {
	return token.type === 'formula' || token.type === 'display-formula';
}

/** The same text with the TeX of each of its formulas changed. */
export function mapFormulas(markdown: string, change: (tex: string) => string): string {
	return markdown.replace(ANYWHERE, (formula) => `$${change(formula.slice(1, -1))}$`);
}

/** What `marked` needs to find the formulas. */
export const formulaSyntax: MarkedExtension = {
	extensions: [
		{
			name: 'display-formula',
			level: 'block',
			start: (source) => /\n {0,3}\$\$/.exec(source)?.index,
			tokenizer: (source) => found('display-formula', DISPLAY.exec(source))
		},
		{
			name: 'formula',
			level: 'inline',
			start: (source) => (source.includes('$') ? source.indexOf('$') : undefined),
			tokenizer: (source) =>
				found('formula', INLINE.exec(source)) ??
				(source.startsWith('$') ? { type: 'lone-dollar', raw: '$' } : undefined)
		}
	],
	hooks: {
		// A * or _ in a formula neither opens nor closes emphasis.
		emStrongMask: (source) => source.replace(ANYWHERE, (formula) => 'a'.repeat(formula.length))
	}
};

function found(
	type: FormulaToken['type'],
	match: RegExpExecArray | null
): Tokens.Generic | undefined {
	return match ? { type, raw: match[0], tex: match[1] } : undefined;
}
