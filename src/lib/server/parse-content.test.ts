/** What only shows when all files are read together. */
import { describe, expect, test } from 'vitest';
import { parseContent } from './parse-content.ts';

const lesson = (body: string, needs = ''): string =>
	`---\ntitle: T\naim: A\nsummary: S\npart: how\nminutes: 1\nneeds: [${needs}]\n---\n\n## C {#c}\n\n${body}\n`;

const parse = (lessons: Record<string, string>) =>
	parseContent(
		{
			lessons: Object.fromEntries(
				Object.entries(lessons).map(([folder, text]) => [
					`content/lessons/${folder}/index.md`,
					text
				])
			),
			glossary: 'tap: { term: tap, definition: A number. }',
			references: 'paper: { short: P, citation: A paper. }'
		},
		{ figures: new Map(), snippets: new Set() }
	);

describe('the content', () => {
	test('is in the order of the lessons’ numbers, with what they cite', () => {
		const { lessons, drafts } = parse({
			'10-later': lesson(
				'[a](glossary:tap) [b](cite:paper) [c](lesson:earlier#c) [d](cite:paper)',
				'earlier'
			),
			'02-earlier': lesson('Text, and [c](lesson:later).')
		});
		expect(lessons.map(({ slug, number }) => [slug, number])).toEqual([
			['earlier', 2],
			['later', 10]
		]);
		expect(drafts.map(({ slug }) => slug)).toEqual(['earlier', 'later']);
		expect(lessons.map(({ references }) => references)).toEqual([[], ['paper']]);
	});

	test.each([
		[
			'a link to a cell that is not there',
			{ '01-a': lesson('One\n[b](lesson:b#d)'), '02-b': lesson('Text') },
			'content/lessons/01-a/index.md:13: text, link: expected a cell of b: c, found "d"'
		],
		[
			'a link from a field of a fence',
			{ '01-a': lesson('```note\ntitle: N\ntext: "[b](lesson:a#d)"\n```') },
			'content/lessons/01-a/index.md:14: note, text, link: expected a cell of a: c, found "d"'
		],
		[
			'a need that comes later',
			{ '01-a': lesson('Text', 'b'), '02-b': lesson('Text') },
			'content/lessons/01-a/index.md:1: front matter, needs: expected an earlier lesson (there are none), found "b"'
		],
		[
			'a number twice',
			{ '01-a': lesson('Text'), '01-b': lesson('Text') },
			'content/lessons/01-b/index.md:1: folder: expected a number and a name of its own, found 1, as in content/lessons/01-a/index.md'
		],
		[
			'a name twice',
			{ '01-a': lesson('Text'), '02-a': lesson('Text') },
			'content/lessons/02-a/index.md:1: folder: expected a number and a name of its own, found a, as in content/lessons/01-a/index.md'
		]
	])('refuses %s', (_, lessons, fault) => {
		expect(() => parse(lessons)).toThrow(fault);
	});
});
