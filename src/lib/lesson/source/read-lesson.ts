/** A Markdown file of `content/lessons/` as front matter, cells and blocks. */
import type { Token } from 'marked';
import type { BlockDraft, CellDraft, LessonDraft } from './draft.ts';
import { readFrontMatter } from './front-matter.ts';
import { describeFound, LessonError, plainText, type Place } from './lesson-error.ts';
import { lexMarkdown } from './markdown.ts';
import { LONGEST_NAME, NAME, NAME_WORDS } from './names.ts';
import type { LinkTargets } from './prose-links.ts';
import { readFence, type FenceNames } from './read-fence.ts';

/** What a lesson may name. */
export interface LessonContext extends FenceNames, Omit<LinkTargets, 'figures'> {}

interface OpenCell extends CellDraft {
	readonly blocks: BlockDraft[];
}

/**
 * Reads a file without setting its Markdown.
 * @param file from the repository's root: `content/lessons/06-folding-the-branches/index.md`
 * @throws LessonError with the first fault
 */
export function readLesson(source: string, file: string, context: LessonContext): LessonDraft {
	// The last line break keeps the lexer's tokens to the letter, and so the lines that are counted in them.
	const text = `${source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')}\n`;
	const { head, line, body } = readFrontMatter(text, file, context.lessons);
	const cells = new CellReader(file, context).read(body, line);
	if (cells.length === 0) {
		const place = { file, line, what: 'text' };
		throw new LessonError(place, 'a cell, begun by ## Heading {#id}', 'none');
	}
	const draft = { ...head, cells };
	checkIds(draft, file);
	return draft;
}

class CellReader {
	readonly #file: string;
	readonly #context: LessonContext;
	readonly #cells: OpenCell[] = [];
	#figures = 0;
	/** Prose since the last fence or heading, and its first line. */
	#prose = '';
	#proseLine = 0;

	constructor(file: string, context: LessonContext) {
		this.#file = file;
		this.#context = context;
	}

	read(body: string, firstLine: number): CellDraft[] {
		let line = firstLine;
		for (const token of lexMarkdown(body)) {
			this.#take(token, line);
			line += token.raw.split('\n').length - 1;
		}
		this.#endCell();
		return this.#cells;
	}

	#take(token: Token, line: number): void {
		if (token.type === 'heading' && token.depth === 2) {
			this.#endCell();
			this.#cells.push(this.#openCell(String(token.text), this.#place(line, 'cell')));
		} else if (token.type === 'code' && token.codeBlockStyle !== 'indented') {
			this.#endProse();
			this.#takeFence(token.raw, String(token.text), line);
		} else if (this.#prose !== '' || token.type !== 'space') {
			if (this.#prose === '') this.#proseLine = line;
			this.#prose += token.raw;
		}
	}

	#openCell(heading: string, place: Place): OpenCell {
		const [, title = '', id = ''] = /^(.*\S)\s*\{#([^{}]*)\}$/.exec(heading) ?? [];
		if (!NAME.test(id) || id.length > LONGEST_NAME) {
			throw new LessonError(
				place,
				`a heading that ends in {#id}, ${NAME_WORDS}`,
				describeFound(heading)
			);
		}
		return { id, title: plainText(title, place), blocks: [] };
	}

	#takeFence(raw: string, body: string, line: number): void {
		const info = /^ {0,3}(?:`{3,}|~{3,})(.*)/.exec(raw)?.[1]?.trim() ?? '';
		const [kind = '', ...rest] = info.split(/\s+/);
		const name = rest.join(' ');
		const place = this.#place(line, name === '' ? kind || 'fence' : `${kind} "${name}"`);
		if (!/\n {0,3}(?:`{3,}|~{3,})[ \t]*\n*$/.test(raw)) {
			throw new LessonError(place, 'a line of ``` at the end of the fence', 'none');
		}
		const { blocks, spareId } = this.#cell(place);
		const figureNumber = this.#figures + 1;
		const fence = { kind, name, body, place, spareId, figureNumber };
		const block = readFence(fence, this.#context);
		if (block.kind === 'figure') this.#figures++;
		blocks.push(block);
	}

	#endProse(): void {
		const markdown = this.#prose.trimEnd();
		this.#prose = '';
		if (markdown === '') return;
		const place = this.#place(this.#proseLine, 'text');
		const { blocks, spareId } = this.#cell(place);
		const text = plainText(markdown, place);
		blocks.push({ kind: 'prose', id: spareId, line: place.line, text });
	}

	#endCell(): void {
		this.#endProse();
		const cell = this.#cells.at(-1);
		if (!cell || cell.blocks.length > 0) return;
		throw new LessonError(cell.title, 'something under the heading', 'nothing');
	}

	/** The blocks of the cell that is open, and an id for a block that is given none. */
	#cell(place: Place): { blocks: BlockDraft[]; spareId: string } {
		const cell = this.#cells.at(-1);
		if (cell) return { blocks: cell.blocks, spareId: `${cell.id}-${cell.blocks.length + 1}` };
		throw new LessonError(place, 'a heading (## Heading {#id}) first', 'none');
	}

	#place(line: number, what: string): Place {
		return { file: this.#file, line, what };
	}
}

/** Ids are addresses in the page: each is there once. */
function checkIds({ cells }: LessonDraft, file: string): void {
	const seen = new Map<string, number>();
	for (const { id, title, blocks } of cells) {
		const here = [
			{ id, line: title.line, what: 'cell' },
			...blocks.map((block) => ({ id: block.id, line: block.line, what: block.kind }))
		];
		for (const { id, line, what } of here) {
			const before = seen.get(id);
			if (before !== undefined) {
				const place = { file, line, what: `${what}, id` };
				const found = `${describeFound(id)}, which stands on line ${before} too`;
				throw new LessonError(place, 'an id that is not there yet', found);
			}
			seen.set(id, line);
		}
	}
}
