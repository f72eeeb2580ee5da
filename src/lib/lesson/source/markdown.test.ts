/** Prose as HTML, with KaTeX's own formulas. */
import { describe, expect, test } from 'vitest';
import { context } from '#lib/lesson/source/fixtures/context.ts';
import { oneOf, plainText } from './lesson-error.ts';
import { blockHtml, inlineHtml, plainWords } from './markdown.ts';
import type { Page } from './settle-markdown.ts';
import { formulaWords } from './set-formula.ts';

const page: Page = { targets: { ...context, figures: new Set(['line']) } };
const text = (markdown: string) => plainText(markdown, { file: 'f', line: 1, what: 'text' });
/** With each formula as the TeX it was set from. */
const withTex = (html: string): string =>
	html.replace(
		/<span class="katex"><span class="katex-mathml">.*?<annotation[^>]*>(.*?)<\/annotation>.*?(?=<\/p>| \|)/gs,
		'⟦$1⟧'
	);

describe('formulas', () => {
	test('hold TeX only: no emphasis, no escapes', () => {
		const html = blockHtml(text('*a $x*y$ | b* _c $x_1 | z_2$ d_'), page);
		expect(html.match(/<em>/g)).toHaveLength(2);
		expect(html.match(/<annotation[^>]*>(.*?)<\/annotation>/g)?.join()).toContain('x_1 | z_2');
		expect(withTex(blockHtml(text(String.raw`a $\{x\}$`), page))).toBe(
			String.raw`<p>a ⟦\{x\}⟧</p>`
		);
	});

	test('are not found in code, nor after a backslash', () => {
		expect(blockHtml(text('`a $b$` and \\$5'), page)).toBe('<p><code>a $b$</code> and $5</p>');
	});

	test('of a paragraph are followed by their words', () => {
		for (const markdown of ['a\n$$\nx\n$$\n\n_b $y$_\n\nc', '- $$x$$\n\n  _b_\n\n  c\n- d']) {
			const html = blockHtml(text(markdown), page);
			expect(html).toContain('<div class="formula"><span class="katex-display">');
			expect(html).toContain('<p class="in-words"><em>b');
			expect(html.match(/in-words/g)).toHaveLength(1);
		}
	});

	test('in a title are said with their signs', () => {
		expect(formulaWords(String.raw`\gamma/\sigma < 1`)).toBe('γ/σ<1');
		expect(plainWords(text('What [_one_](op:dw) $\\dw{W}$ does to `x` & y'))).toBe(
			'What one W does to x & y'
		);
	});
});

test('a line is set without a paragraph around it', () => {
	expect(inlineHtml(text('a **b** [c](figure:line.scale)'), page)).toBe(
		'a <strong>b</strong> <a class="pointer" href="#line" data-figure="line" data-part="scale">c</a>'
	);
});

test('every link is told to the page, in order', () => {
	const seen: unknown[] = [];
	const onLink: Page['onLink'] = (link, place) => seen.push([link.kind, place.line]);
	blockHtml(text('[a](cite:repghost)\n[b](op:dw)\n\n- [a](cite:repghost)'), { ...page, onLink });
	expect(seen).toEqual([
		['cite', 1],
		['op', 2],
		['cite', 4]
	]);
});

test('names that are like one that is not there', () => {
	const names = Array.from({ length: 20 }, (_, index) => `name-${'x'.repeat(index)}`);
	expect(oneOf('a name', names, 'nam-xxx')).toBe('a name, such as name-xxx, name-xx, name-xxxx');
	expect(oneOf('a name', [], 'a')).toBe('a name (there are none)');
});
