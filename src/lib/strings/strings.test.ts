import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { pseudoLocale, type PseudoKind } from './pseudo.ts';

interface Entry {
	path: string;
	/** The text with sentinels for its values. */
	text: string;
	values: string[];
}

/** Every string of a catalogue; functions are called with sentinels that no text holds. */
function entries(section: object, path = ''): Entry[] {
	return Object.entries(section).flatMap(([key, entry]: [string, unknown]): Entry[] => {
		const here = `${path}${key}`;
		if (typeof entry === 'string') return [{ path: here, text: entry, values: [] }];
		if (typeof entry === 'function') {
			const values = Array.from({ length: entry.length }, (_, index) => `⟦${index}⟧`);
			return [{ path: here, text: String(entry(...values)), values }];
		}
		return entries(Object(entry) as object, `${here}.`);
	});
}

const english = entries(en);

describe('the English catalogue', () => {
	it.each(english)('$path has words, uses its values and holds no markup', ({ text, values }) => {
		expect(text.trim()).not.toBe('');
		expect(text).toBe(text.trim());
		// `=>` is code that is talked about.
		expect(text).not.toMatch(/[<{}]|(?<!=)>|&\w+;/);
		for (const value of values) expect(text).toContain(value);
	});
});

describe.each<PseudoKind>(['double', 'rtl', 'markup'])('the pseudo-locale %s', (kind) => {
	const pseudo = entries(pseudoLocale(en, kind));

	it('has the same entries with the same values', () => {
		expect(pseudo.map(({ path }) => path)).toEqual(english.map(({ path }) => path));
		for (const { text, values } of pseudo) {
			for (const value of values) expect(text.split(value)).toHaveLength(2);
		}
	});

	it('changes every text', () => {
		pseudo.forEach(({ text }, index) => expect(text).not.toBe(english[index]?.text));
	});
});

describe('the kinds of pseudo-locale', () => {
	const catalogue = { plain: 'Open it', inner: { value: (name: string) => `Open ${name} now` } };

	it('doubles and accents around a value', () => {
		const pseudo = pseudoLocale(catalogue, 'double');
		expect(pseudo.plain).toBe('Øpëñ ît ~~~~ ~~');
		expect(pseudo.inner.value('one')).toBe('Øpëñ one ñöw ~~~~  ~~~');
	});

	it('runs from right to left, or holds markup', () => {
		expect(pseudoLocale(catalogue, 'rtl').plain).toBe('\u202eOpen it\u202c');
		expect(pseudoLocale(catalogue, 'markup').plain).toContain('<b data-x="1">Open it</b>');
	});

	it('refuses what is no text', () => {
		expect(() => pseudoLocale({ section: { count: 3 } }, 'double')).toThrow(
			'section.count: expected a string, a function or a section, found number'
		);
	});
});
