/**
 * Formulas, set at build time by KaTeX as HTML for the eye and MathML for screen readers. The browser
 * gets no KaTeX code: live numbers go into marked slots of the finished HTML.
 *
 * Beside TeX, formulas may use
 * - `\conv{…}`, `\dw{…}`, `\bn{…}`, `\relu{…}`, `\cat{…}`, `\add{…}`, `\se{…}`, `\fold{…}`: the
 *   colour of an operation;
 * - `\part{name}{…}`: a term that stands for a part of a figure, lit up together with it;
 * - `\slot{name}{0.00}`: a number that a live figure fills in; what stands there until then.
 */
import katex, { type KatexOptions } from 'katex';

/** Those with a colour of their own. */
export const OPERATIONS = ['conv', 'dw', 'bn', 'relu', 'cat', 'add', 'se', 'fold'] as const;

const macros = {
	...Object.fromEntries(OPERATIONS.map((name) => [`\\${name}`, `\\htmlClass{op-${name}}{#1}`])),
	'\\part': '\\htmlData{part=#1}{#2}',
	'\\slot': '\\htmlData{slot=#1}{#2}',
	'\\ReLU': '\\mathrm{ReLU}',
	'\\BN': '\\mathrm{BN}'
};

/** The only commands that may write attributes, and only into the HTML of this repository's own text. */
const TRUSTED = ['\\htmlClass', '\\htmlData'];

/**
 * Sets a formula.
 * @param display on a line of its own, in full size
 * @throws Error with KaTeX's message when the TeX has a fault
 */
export function setFormula(tex: string, display: boolean): string {
	const options: KatexOptions = {
		displayMode: display,
		output: 'htmlAndMathml',
		throwOnError: true,
		// Unknown commands are faults; attributes on HTML are wanted here.
		strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
		trust: ({ command }) => {
			if (TRUSTED.includes(command)) return true;
			throw new Error(`KaTeX: ${command} is not used here.`);
		},
		macros: { ...macros }
	};
	return katex.renderToString(tex.trim(), options);
}

/** Commands of this site before their last argument: `\dw`, `\part{name}`. */
const OWN_COMMANDS = new RegExp(
	String.raw`\\(?:(?:part|slot)\s*\{[^{}]*\}|(?:${OPERATIONS.join('|')})(?![A-Za-z]))\s*`,
	'g'
);

/** A formula in TeX that needs none of the commands above: `\dw{W}` becomes `{W}`. */
export function plainTex(tex: string): string {
	return tex.replace(OWN_COMMANDS, '').replace(/\\(ReLU|BN)(?![A-Za-z])/g, String.raw`\mathrm{$1}`);
}

/** A formula as one would type it without TeX, from the letters of its MathML: `γ/σ`. */
export function formulaWords(tex: string): string {
	const [, letters = ''] = /<semantics>(.*)<annotation/s.exec(setFormula(tex, false)) ?? [];
	return letters
		.replace(/<[^>]*>/g, '')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&amp;/g, '&');
}
