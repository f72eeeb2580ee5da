import { describe, expect, it } from 'vitest';
import { figureNear, layoutRows } from './cell-rows.ts';
import type {
	Block,
	Cell,
	FigureBlock,
	GateBlock,
	Lesson,
	NoteBlock,
	ProseBlock
} from '#lib/lesson/lesson.ts';

const prose = (id: string): ProseBlock => ({ kind: 'prose', id, line: 1, html: '' });
const note = (id: string): NoteBlock => ({ kind: 'note', id, line: 1, title: '', html: '' });
const figure = (id: string): FigureBlock => ({
	kind: 'figure',
	id,
	line: 1,
	name: 'layer-facts',
	props: {},
	number: 1,
	title: '',
	takeaway: '',
	captionHtml: ''
});
const gate = (id: string, withFigure: boolean): GateBlock => ({
	kind: 'gate',
	id,
	line: 1,
	title: '',
	promptHtml: '',
	exercise: null,
	hints: [],
	answer: { kind: 'choice', options: [] },
	observe: { html: '', figure: withFigure ? { name: 'layer-facts', props: {} } : null },
	explainHtml: ''
});

/** Each row as what stands there, its notes and their room. */
function layout(...blocks: Block[]): string[] {
	const cell: Cell = { id: 'cell', title: '', titleHtml: '', blocks };
	return layoutRows(cell).map(({ content, notes, span }) => {
		const what = content === null || content === 'heading' ? (content ?? '–') : content.id;
		return [what, ...(notes.length > 0 ? [notes.map(({ id }) => id).join('+'), span] : [])].join(
			' '
		);
	});
}

describe('the rows of a cell', () => {
	it('are the heading and the blocks', () => {
		expect(layout(prose('a'), prose('b'))).toEqual(['heading', 'a', 'b']);
	});

	it('hold notes beside the block before them, with room to the end', () => {
		expect(layout(prose('a'), note('n'), prose('b'), prose('c'))).toEqual([
			'heading',
			'a n 3',
			'b',
			'c'
		]);
	});

	it('hold a note that opens the cell beside the heading', () => {
		expect(layout(note('n'), prose('a'))).toEqual(['heading n 2', 'a']);
	});

	it('stack notes of one block, and end their room at the next note', () => {
		expect(layout(prose('a'), note('n'), note('m'), prose('b'), prose('c'), note('o'))).toEqual([
			'heading',
			'a n+m 2',
			'b',
			'c o 1'
		]);
	});

	it('keep notes off figures, which are as wide as the page', () => {
		expect(layout(prose('a'), note('n'), figure('f'), note('m'), prose('b'))).toEqual([
			'heading',
			'a n 1',
			'f',
			'– m 2',
			'b'
		]);
	});

	it('keep notes off a gate only when a figure is watched in it', () => {
		expect(layout(gate('g', false), note('n'))).toEqual(['heading', 'g n 1']);
		expect(layout(gate('g', true), note('n'))).toEqual(['heading', 'g', '– n 1']);
	});
});

it('a cell speaks of its own first figure, or of the last one before it', () => {
	const cells = [
		[prose('a')],
		[figure('f'), figure('g')],
		[prose('b')],
		[prose('c'), figure('h')]
	].map((blocks, index): Cell => ({ id: String(index), title: '', titleHtml: '', blocks }));
	const lesson: Lesson = {
		slug: 'x',
		number: 1,
		title: '',
		aim: '',
		summary: '',
		part: 'how',
		minutes: 1,
		needs: [],
		cells,
		references: []
	};
	expect(cells.map((cell) => figureNear(lesson, cell))).toEqual([null, 'f', 'g', 'h']);
});
