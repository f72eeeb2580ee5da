/** KaTeX's own style sheet, as the build uses it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { trimKatexStyle } from './katex-style.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('katex/dist/katex.css'), 'utf8');
const css = trimKatexStyle(source);

it('names each font that formulas use once, as woff2', () => {
	const fonts = [...css.matchAll(/url\(([^)]*)\)/g)].map(([, url]) => url?.split('/').at(-1));
	expect(fonts).toHaveLength(new Set(fonts).size);
	expect(fonts.toSorted()).toEqual(
		[
			'AMS-Regular',
			'Main-Bold',
			'Main-BoldItalic',
			'Main-Italic',
			'Main-Regular',
			'Math-BoldItalic',
			'Math-Italic',
			'Size1-Regular',
			'Size2-Regular',
			'Size3-Regular',
			'Size4-Regular'
		].map((name) => `KaTeX_${name}.woff2`)
	);
});

it('keeps every rule that is no font', () => {
	const rules = (text: string): string =>
		text.replace(/@font-face\s*\{[^}]*\}/g, '').replace(/\s+/g, ' ');
	expect(rules(css)).toBe(rules(source));
	expect(css).toMatch(/\.katex \.mfrac/);
});
