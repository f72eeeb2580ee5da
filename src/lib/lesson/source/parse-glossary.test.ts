/** `content/glossary.yaml` and `content/references.yaml`: what is read, and what is refused. */
import { describe, expect, test } from 'vitest';
import { parseGlossary } from './parse-glossary.ts';
import { parseReferences } from './parse-references.ts';

const glossary = (source: string) => parseGlossary(source, 'content/glossary.yaml');
const references = (source: string) => parseReferences(source, 'content/references.yaml');

describe('the glossary', () => {
	test('keeps its order; definitions are set', () => {
		const terms = glossary(
			'tap:\n  term: tap\n  definition: One number of a [kernel](op:dw).\nbias:\n  term: bias\n  definition: >-\n    What is\n    _added_.\n'
		);
		expect(terms).toEqual([
			{
				key: 'tap',
				term: 'tap',
				definitionHtml: '<p>One number of a <span class="op-dw">kernel</span>.</p>'
			},
			{ key: 'bias', term: 'bias', definitionHtml: '<p>What is <em>added</em>.</p>' }
		]);
	});

	test.each([
		['- tap', '1: glossary: expected fields (name: value), found ["tap"]'],
		[
			'Tap: { term: a, definition: b }',
			'1: glossary, Tap: expected a name of a-z and 0-9, words joined by -, found "Tap"'
		],
		[
			'a: { term: a, definition: b }\ntap:\n  term: a',
			'2: glossary, tap.definition: expected a text, found nothing'
		],
		[
			'tap:\n  term: a\n  definition: |\n    one\n    [b](glossary:tap)',
			'5: glossary, tap.definition, link: expected op: and no other link here, found "glossary:tap"'
		],
		[
			'tap:\n  term: a\n  definition: b\n  see: c',
			'4: glossary, tap.see: expected a field that is known: one of term, definition, found "see"'
		]
	])('refuses %j', (source, fault) => {
		expect(() => glossary(source)).toThrow(`content/glossary.yaml:${fault}`);
	});
});

describe('the references', () => {
	test('keep their order; an address may be missing', () => {
		expect(
			references(
				'b:\n  short: B\n  citation: Book\na:\n  short: A\n  citation: C\n  url: https://a.b/c\n'
			)
		).toEqual([
			{ key: 'b', short: 'B', citation: 'Book', url: null },
			{ key: 'a', short: 'A', citation: 'C', url: 'https://a.b/c' }
		]);
	});

	test.each([
		['a:\n  short: A', '1: references, a.citation: expected a text, found nothing'],
		[
			'a:\n  short: A\n  citation: C\n  url: javascript:x',
			'4: references, a.url: expected an address that begins with https://, found "javascript:x"'
		],
		[
			'a:\n  short: A\n  citation: C\n  url: http://a.b',
			'4: references, a.url: expected an address that begins with https://, found "http://a.b"'
		]
	])('refuse %j', (source, fault) => {
		expect(() => references(source)).toThrow(`content/references.yaml:${fault}`);
	});
});
