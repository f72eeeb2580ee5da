/**
 * A lesson as a Jupyter notebook, format 4.5 (nbformat.readthedocs.io, "The notebook file format"): its
 * own Markdown, and the PyTorch code of its snippets, which runs from the first cell to the last.
 */
import type { Strings } from '#lib/strings/strings.ts';
import type { BlockDraft, FigureDraft, LessonDraft } from '#lib/lesson/source/draft.ts';
import type { Text } from '#lib/lesson/source/lesson-error.ts';
import type { Reference } from '#lib/lesson/lesson.ts';
import { gateMarkdown, questionMarkdown } from './notebook-answers.ts';
import { runnable } from './notebook-code.ts';
import { plainMarkdown } from './plain-markdown.ts';

interface NotebookCell {
	readonly cell_type: 'markdown' | 'code';
	readonly id: string;
	readonly metadata: Readonly<Record<string, never>>;
	/** Lines with their line breaks. */
	readonly source: readonly string[];
	/** Of a code cell. */
	readonly execution_count?: null;
	readonly outputs?: readonly never[];
}

interface Notebook {
	readonly nbformat: 4;
	readonly nbformat_minor: 5;
	readonly metadata: {
		readonly title: string;
		readonly kernelspec: { readonly name: string; readonly display_name: string };
		readonly language_info: { readonly name: string };
	};
	readonly cells: readonly NotebookCell[];
}

/** What a notebook needs beside its lesson. */
export interface NotebookSources {
	readonly words: Strings['notebook'];
	/** Those that the lesson cites. */
	readonly references: readonly Reference[];
	/** Of a lesson's page, by slug; null where the site does not know where it stands. */
	readonly addressOf: (slug: string) => string | null;
	/** PyTorch code that defines what the prologue reads. */
	readonly setup: string;
	/** PyTorch code by name. */
	readonly snippets: ReadonlyMap<string, string>;
	/** The snippets to run for one, which comes last. */
	readonly chain: (snippet: string) => readonly string[];
}

/** @throws Error when a snippet has no code */
export function toNotebook(lesson: LessonDraft, sources: NotebookSources): Notebook {
	return {
		nbformat: 4,
		nbformat_minor: 5,
		metadata: {
			title: lesson.title,
			kernelspec: { name: 'python3', display_name: 'Python 3' },
			language_info: { name: 'python' }
		},
		cells: new NotebookWriter(lesson, sources).write()
	};
}

/** Writes the cells in order. The ids of its own begin with _, which those of lessons do not. */
class NotebookWriter {
	readonly #lesson: LessonDraft;
	readonly #sources: NotebookSources;
	readonly #cells: NotebookCell[] = [];
	/** Snippets that stand in the notebook already. */
	readonly #run = new Set<string>();

	constructor(lesson: LessonDraft, sources: NotebookSources) {
		this.#lesson = lesson;
		this.#sources = sources;
	}

	write(): NotebookCell[] {
		this.#writeOpening();
		for (const { id, title, blocks } of this.#lesson.cells) {
			this.#markdown(id, `## ${this.#plain(title)}`);
			for (const block of blocks) this.#writeBlock(block);
		}
		this.#writeReferences();
		return this.#cells;
	}

	#writeOpening(): void {
		const { title, number, aim, slug, cells } = this.#lesson;
		const { words, addressOf, setup } = this.#sources;
		const address = addressOf(slug);
		const page = address === null ? [] : [`[${words.page}](${address})`];
		const about = [words.about(String(number)), ...page].join(' ');
		this.#markdown('_lesson', `# ${number}. ${title}`, aim, about);
		if (!cells.some(({ blocks }) => blocks.some(({ kind }) => kind === 'code'))) return;
		this.#markdown('_setup', `### ${words.setupTitle}`, words.setup);
		this.#code('_tensors', setup);
		this.#snippet('prologue');
	}

	#writeBlock(block: BlockDraft): void {
		const plain = (text: Text): string => this.#plain(text);
		const { words } = this.#sources;
		switch (block.kind) {
			case 'prose':
				return this.#markdown(block.id, plain(block.text));
			case 'note':
				return this.#markdown(block.id, quoted(`**${block.title}.** ${plain(block.text)}`));
			case 'figure':
				return this.#markdown(block.id, this.#figure(block));
			case 'gate':
				return this.#markdown(block.id, ...gateMarkdown(block, plain, words));
			case 'task':
				return this.#markdown(block.id, quoted(words.task(block.title, plain(block.text))));
			case 'question':
				return this.#markdown(block.id, ...questionMarkdown(block, plain, words));
			case 'code':
				this.#markdown(block.id, `**${block.title}**`);
				for (const name of this.#sources.chain(block.snippet)) this.#snippet(name);
		}
	}

	#figure({ number, title, takeaway, caption }: FigureDraft): string {
		const { words } = this.#sources;
		const label = words.figure(`${this.#lesson.number}.${number}`);
		const head = `**${label} ${title}** – _${takeaway}_`;
		return quoted([head, this.#plain(caption), words.liveFigure].join('\n\n'));
	}

	#writeReferences(): void {
		const { references, words } = this.#sources;
		if (references.length === 0) return;
		const entries = references.map(({ citation, url }) => `- ${citation} ${url ?? ''}`.trim());
		this.#markdown('_sources', `## ${words.sources}`, entries.join('\n'));
	}

	/** A snippet's code, once. */
	#snippet(name: string): void {
		if (this.#run.has(name)) return;
		this.#run.add(name);
		const code = this.#sources.snippets.get(name);
		if (code === undefined) throw new Error(`There is no PyTorch code of the snippet "${name}".`);
		this.#code(`_${name}`, runnable(code));
	}

	#markdown(id: string, ...paragraphs: readonly string[]): void {
		const source = lines(paragraphs.join('\n\n'));
		this.#cells.push({ cell_type: 'markdown', id, metadata: {}, source });
	}

	#code(id: string, code: string): void {
		const source = lines(code);
		const empty = { execution_count: null, outputs: [] };
		this.#cells.push({ cell_type: 'code', id, metadata: {}, source, ...empty });
	}

	#plain({ markdown }: Text): string {
		const { references, addressOf } = this.#sources;
		const reference = (key: string): string | null =>
			references.find((entry) => entry.key === key)?.url ?? null;
		return plainMarkdown(markdown, { reference, lesson: addressOf });
	}
}

/** As a quotation in Markdown. */
function quoted(text: string): string {
	return text.replace(/^(?!$)/gm, '> ').replace(/^$/gm, '>');
}

function lines(text: string): string[] {
	return text.split(/(?<=\n)/);
}
