import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FOLD_STEPS } from '#lib/core/fold/fold-step-names.ts';
import { splitTokens } from '#lib/editor/split-tokens.ts';
import { LANGUAGES, snippetLines, snippetNames, toLines } from './snippets.ts';

describe('a snippet', () => {
	it('is there for every step of the fold, in both languages', () => {
		for (const step of FOLD_STEPS) {
			for (const language of LANGUAGES) {
				expect(snippetLines(`fold-${step}`, language).length).toBeGreaterThan(1);
			}
		}
	});

	it('names the same parts in both languages, in the same order', () => {
		for (const name of snippetNames) {
			const [pytorch, tensorflow] = LANGUAGES.map((language) =>
				snippetLines(name, language).flatMap(({ part }) => part ?? [])
			);
			expect(tensorflow, name).toEqual(pytorch);
		}
	});

	it('shows its lines without their marks', () => {
		expect(toLines('s = 1  # part: scale\n\tt = 2\n', 'pytorch')).toMatchObject([
			{ number: 1, text: 's = 1', part: 'scale' },
			{ number: 2, text: '  t = 2', part: null }
		]);
		expect(toLines('const s = 1; // part: scale', 'tensorflow')[0]).toMatchObject({
			text: 'const s = 1;',
			part: 'scale'
		});
	});

	it('that is not there is an error which names those that are', () => {
		expect(() => snippetLines('nope', 'pytorch')).toThrow(/fold-run.*found "nope"/);
	});
});

describe('the tokens of a line', () => {
	it('have the colours of operations, and comments their own', () => {
		expect(splitTokens('y = bn1(dw(x))  # bn1', 'pytorch')).toEqual([
			{ kind: 'plain', text: 'y = ' },
			{ kind: 'bn', text: 'bn1' },
			{ kind: 'plain', text: '(' },
			{ kind: 'dw', text: 'dw' },
			{ kind: 'plain', text: '(x))  ' },
			{ kind: 'comment', text: '# bn1' }
		]);
	});

	it('keep text in quotes and longer names plain', () => {
		expect(splitTokens("a['dw // relu'].dwx", 'tensorflow')).toEqual([
			{ kind: 'plain', text: "a['dw // relu'].dwx" }
		]);
	});

	it('joined are the line again', () => {
		fc.assert(
			fc.property(fc.string(), fc.constantFrom(...LANGUAGES), (line, language) => {
				const joined = splitTokens(line, language).map(({ text }) => text);
				expect(joined.join('')).toBe(line);
			})
		);
	});
});
