import { expect, test } from 'vitest';
import { setFormula } from '#lib/lesson/source/set-formula.ts';
import { fillFormula, partsOf } from './fill-formula.ts';

const html = setFormula(
	String.raw`\part{sum}{\widehat W} = \part{kernel}{\dw{W'}} + \slot{b}{(-0.00)} + \slot{a}{\frac{1}{2}} = \slot{c}{0.00}`,
	true
);

/** What a reader sees, without tags. */
const seen = (text: string): string => text.replace(/<[^>]*>/g, '');

test('values stand in their slots and nowhere else', () => {
	const filled = fillFormula(html, { a: '1.20', b: '(−0.60)', c: '0.60' });
	expect(seen(filled).replace(/\s|\u200b/g, '')).toContain('+(−0.60)+1.20=0.60');
	expect(filled.match(/<span\b/g)).toHaveLength(filled.match(/<\/span>/g)!.length);
	expect(filled).toContain('data-part="kernel"');
});

test('a slot without a value keeps what the formula says', () => {
	expect(seen(fillFormula(html, { c: '7' }))).toMatch(/0.00.*=.*7$/s);
	expect(seen(fillFormula(html, { toString: '7' }))).toContain('0.00');
});

test('what is read out at build time is gone, and markup in a value stays text', () => {
	const filled = fillFormula(html, { a: '<b>&' });
	expect(filled).not.toContain('<math');
	expect(filled).toContain('&lt;b&gt;&amp;');
	expect(filled).not.toContain('<b>');
});

test('parts are listed from left to right', () => expect(partsOf(html)).toEqual(['sum', 'kernel']));
