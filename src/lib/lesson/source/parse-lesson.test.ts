/** Stored lessons as data; a difference is written beside as `…-changed.json`. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { context } from '#lib/lesson/source/fixtures/context.ts';
import { LessonError } from './lesson-error.ts';
import { lexMarkdown } from './markdown.ts';
import { parseLesson } from './parse-lesson.ts';
import type * as formulas from './set-formula.ts';

// What KaTeX makes of a formula is tested beside `set-formula.ts`.
vi.mock('./set-formula.ts', async (original) => ({
	...(await original<typeof formulas>()),
	setFormula: (tex: string, display: boolean) => `<math display="${display}">${tex.trim()}</math>`,
	formulaWords: (tex: string) => tex
}));

const folder = new URL('./fixtures/', import.meta.url).pathname;
const read = (name: string): string => readFileSync(`${folder}${name}`, 'utf8');
const lessons = readdirSync(folder)
	.filter((file) => file.endsWith('.md'))
	.map((file) => file.replace(/\.md$/, ''));
const parse = (source: string) =>
	parseLesson(source, 'content/lessons/02-second/index.md', context);

describe.each(lessons)('%s', (name) => {
	test('is parsed as stored', () => {
		const lesson: unknown = JSON.parse(JSON.stringify(parse(read(`${name}.md`))));
		const stored: unknown = existsSync(`${folder}${name}.json`)
			? JSON.parse(read(`${name}.json`))
			: {};
		try {
			expect(lesson).toEqual(stored);
		} catch (difference) {
			writeFileSync(`${folder}${name}-changed.json`, JSON.stringify(lesson, null, '\t'));
			throw difference;
		}
	});

	test('is the same with the line ends of Windows and a byte order mark', () => {
		const source = read(`${name}.md`);
		expect(parse(`\uFEFF${source.replaceAll('\n', '\r\n')}`)).toEqual(parse(source));
	});
});

/** Pieces that Markdown, YAML and formulas are sensitive to. */
const piece = fc.oneof(
	fc.constantFrom(
		...[
			'## A {#a}\n',
			'## B\n',
			'### c\n',
			'```figure bare\n',
			'```gate\n',
			'```\n',
			'~~~\n',
			'$',
			'$$'
		],
		...[
			'\n\n',
			'\n',
			'- ',
			'> ',
			'| a | b |\n|--|--|\n',
			'`',
			'*',
			'_',
			'[a](op:dw)',
			'[a](figure:a.b)'
		],
		...[
			'[',
			'](',
			')',
			'<b>',
			'&amp;',
			'![x](y)',
			'---\n',
			'id: a\n',
			'title: b\n',
			'caption: *x\n'
		],
		...[
			'text: &a [*a]\n',
			'? ',
			': ',
			'{',
			'}',
			'\t',
			'    ',
			'\\',
			'http://a.b',
			'!tag ',
			'\0',
			'\u2028'
		]
	),
	fc.string({ maxLength: 6, unit: 'binary' })
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

/** Whether a text is parsed, or refused as a lesson is. */
function isParsedOrRefused(source: string): boolean {
	try {
		parse(source);
	} catch (error) {
		if (!(error instanceof LessonError)) throw error;
		expect(error.place.line).toBeLessThanOrEqual(source.split(/\r\n?|\n/).length);
		expect(error.message).not.toContain('\n');
	}
	return true;
}

describe('any text', () => {
	const head = read('smallest.md').split('\n## ')[0]!;

	test('is parsed or refused, with a line that is in the file', () => {
		fc.assert(fc.property(text, (body) => isParsedOrRefused(`${head}\n## A {#a}\n\n${body}`)));
		fc.assert(fc.property(text, isParsedOrRefused));
		fc.assert(fc.property(text, (yaml) => isParsedOrRefused(`---\n${yaml}\n---\n`)));
	});

	test('is parsed or refused in the fields of a fence', () => {
		const inFence = (yaml: string) =>
			`${head}\n## A {#a}\n\n\`\`\`note\ntitle: a\n${yaml}\n\`\`\`\n`;
		fc.assert(fc.property(text, (yaml) => isParsedOrRefused(inFence(`text: ${yaml}`))));
		fc.assert(fc.property(text, (yaml) => isParsedOrRefused(inFence(yaml))));
	});

	test('is made of its tokens, so that lines can be counted in them', () => {
		fc.assert(
			fc.property(text, (body) => {
				const source = `${body.replace(/\r\n?/g, '\n')}\n`;
				const joined = lexMarkdown(source)
					.map(({ raw }) => raw)
					.join('');
				expect(joined).toBe(source);
			})
		);
	});
});
