/** A lesson as a notebook: what nbformat 4.5 demands, plain Markdown, code that runs in its order. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { en } from '#lib/strings/en.ts';
import { context } from '#lib/lesson/source/fixtures/context.ts';
import { runnable, setupCode } from './notebook-code.ts';
import { toNotebook, type NotebookSources } from './notebook.ts';
import { plainMarkdown } from './plain-markdown.ts';
import { readLesson } from '#lib/lesson/source/read-lesson.ts';
import { snippetChain } from '#lib/lesson/source/snippet-chain.ts';

const source = readFileSync(new URL('../source/fixtures/all-forms.md', import.meta.url), 'utf8');
const lesson = readLesson(source, 'content/lessons/02-second/index.md', context);
const sources: NotebookSources = {
	words: en.notebook,
	references: [
		{ key: 'repghost', short: 'R', citation: 'The paper.', url: 'https://arxiv.org/abs/1' },
		{ key: 'batch-norm', short: 'B', citation: 'The book.', url: null }
	],
	addressOf: (slug) => `https://example.org/lessons/${slug}/`,
	setup: 'weights = {}',
	snippets: new Map([
		['prologue', 'import torch\n'],
		['fold-run', 'y = x  # part: depthwise\n']
	]),
	chain: (snippet) => snippetChain(snippet, ['run'])
};
const { cells, ...notebook } = toNotebook(lesson, sources);
const textOf = (id: string): string => cells.find((cell) => cell.id === id)!.source.join('');

describe('the notebook', () => {
	test('is of format 4.5, for Python', () => {
		expect(notebook).toEqual({
			nbformat: 4,
			nbformat_minor: 5,
			metadata: {
				title: 'Every form: once',
				kernelspec: { name: 'python3', display_name: 'Python 3' },
				language_info: { name: 'python' }
			}
		});
	});

	test('has cells with the fields that the format demands, each with an id of its own', () => {
		for (const { cell_type, id, metadata, source, ...rest } of cells) {
			expect(id).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
			expect(metadata).toEqual({});
			expect(source.join('').split('\n')).toHaveLength(source.length);
			const outputs = cell_type === 'code' ? { execution_count: null, outputs: [] } : {};
			expect(rest).toEqual(outputs);
		}
		expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
	});

	test('holds every cell and block of the lesson, in order', () => {
		const own = lesson.cells.flatMap(({ id, blocks }) => [id, ...blocks.map((block) => block.id)]);
		expect(cells.map(({ id }) => id).filter((id) => !id.startsWith('_'))).toEqual(own);
	});

	test('runs what a snippet builds on before it, and each once', () => {
		const code = cells.filter(({ cell_type }) => cell_type === 'code').map(({ id }) => id);
		expect(code).toEqual(['_tensors', '_prologue', '_fold-run']);
		expect(textOf('_fold-run')).toBe('y = x\n\ny');
		expect(() => toNotebook(lesson, { ...sources, snippets: new Map() })).toThrow('"prologue"');
	});

	test('has no link and no command that only this site knows', () => {
		const all = cells.map(({ source }) => source.join('')).join('\n');
		expect(all).not.toMatch(/\]\((?!https:)/);
		expect(all).not.toContain(String.raw`\bn`);
	});

	test('says figures, gates and questions in words, answers folded away', () => {
		expect(textOf('line')).toBe(
			'> **Fig. 2.1 Four numbers, one line** – _only two matter_\n>\n> Move the scale.\n>\n> Then move the rest.\n>\n> On the page of the lesson a live figure stands here.'
		);
		const [shown, hidden] = textOf('sign').split('<details>');
		expect(shown).toContain('- **A** The line is _mirrored_.\n- **B** Nothing.');
		expect(shown).toContain('**Your prediction:** \\_');
		expect(shown).not.toContain('Yes.');
		expect(hidden).toContain('**Option A:** Yes.');
		expect(textOf('check').match(/<details>/g)).toHaveLength(3);
		expect(textOf('by-hand').split('<details>')[0]).not.toContain('1.5');
	});

	test('names its sources; without an address it links to no page', () => {
		expect(textOf('_sources')).toBe(
			'## Sources\n\n- The paper. https://arxiv.org/abs/1\n- The book.'
		);
		expect(textOf('_lesson')).toContain('(https://example.org/lessons/second/)');
		const homeless = toNotebook(lesson, { ...sources, addressOf: () => null, references: [] });
		expect(JSON.stringify(homeless)).not.toContain('](');
	});
});

test('Markdown for other programs', () => {
	const addresses = {
		reference: () => 'https://a.b',
		lesson: (slug: string) => `https://c.d/${slug}/`
	};
	const plain = (markdown: string): string => plainMarkdown(markdown, addresses);
	expect(plain('[a [b] $c$](op:dw) [d](cite:e) [f](lesson:g#h)')).toBe(
		'a [b] $c$ [d](https://a.b) [f](https://c.d/g/#h)'
	);
	expect(plain(String.raw`\$5 $\part{scale}{\bn{s}} \dw w = \slot{s}{0.00}$ \dw`)).toBe(
		String.raw`\$5 ${'$'}{{s}} w = {0.00}$ \dw`
	);
	expect(plain(String.raw`$$\ReLU(\add{x}) \addition$$`)).toBe(
		String.raw`$$\mathrm{ReLU}({x}) \addition$$`
	);
});

test('code of cells: tensors in the shortest numbers, marks gone, the last value shown', () => {
	const weights = [{ name: 'a.weight', shape: [2, 1], data: Float32Array.of(0.2, -1) }];
	expect(setupCode(weights, { shape: [1], data: Float32Array.of(1e-7) })).toBe(
		'import torch\n\nweights = {\n    "a.weight": torch.tensor([0.2, -1.0]).reshape(2, 1),\n}\npicture = torch.tensor([1e-7])'
	);
	expect(runnable('a = 1  # part: scale\nb = a\n')).toBe('a = 1\nb = a\n\nb');
	expect(runnable('a.copy_(b)\n')).toBe('a.copy_(b)');
});
