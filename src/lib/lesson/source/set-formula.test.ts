/** Formulas at build time: colours, parts and slots, and faults that stop the build. */
import { expect, test } from 'vitest';
import { setFormula } from './set-formula.ts';

test('a formula is HTML for the eye and MathML for screen readers', () => {
	const html = setFormula(String.raw`y = \frac{a}{b}`, false);
	expect(html).toContain('<math xmlns');
	expect(html).toContain('class="katex-html" aria-hidden="true"');
	expect(setFormula('y', true)).toContain('katex-display');
});

test('operations, parts and slots are marked', () => {
	const html = setFormula(String.raw`\dw{W} \part{scale}{s} = \slot{scale}{0.00}`, true);
	expect(html).toContain('op-dw');
	expect(html).toContain('data-part="scale"');
	expect(html).toContain('data-slot="scale"');
});

test('links, pictures and own styles are refused, and so is what KaTeX does not know', () => {
	for (const tex of [
		String.raw`\href{javascript:alert(1)}{x}`,
		String.raw`\includegraphics{x.png}`,
		String.raw`\htmlStyle{color: red}{x}`,
		String.raw`\unknown{x}`,
		String.raw`\frac{1}`
	]) {
		expect(() => setFormula(tex, false), tex).toThrow();
	}
});
