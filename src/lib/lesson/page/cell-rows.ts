/**
 * Where the blocks of a cell stand on the page: one below the other in the text column, and each
 * margin note beside the block that it follows, for as many rows as it has to itself.
 */
import type { Block, Cell, Lesson, NoteBlock } from '#lib/lesson/lesson.ts';

interface CellRow {
	/** The heading, a block, or nothing, where notes follow a block as wide as the page. */
	readonly content: 'heading' | Exclude<Block, NoteBlock> | null;
	/** In the margin. */
	readonly notes: readonly NoteBlock[];
	/** How many rows the notes may take before they would meet others, or something wide. */
	readonly span: number;
}

type Content = CellRow['content'];

/** Lays a cell out. The first row is the heading. */
export function layoutRows(cell: Cell): CellRow[] {
	const rows: { content: Content; notes: NoteBlock[] }[] = [{ content: 'heading', notes: [] }];
	for (const block of cell.blocks) {
		const last = rows.at(-1);
		if (block.kind !== 'note') rows.push({ content: block, notes: [] });
		else if (last && !isWide(last.content)) last.notes.push(block);
		else rows.push({ content: null, notes: [block] });
	}
	return rows.map((row, index) => ({ ...row, span: roomFrom(rows, index) }));
}

/** Whether a block also takes the margin. */
function isWide(content: Content): boolean {
	if (content === null || content === 'heading') return false;
	return content.kind === 'figure' || (content.kind === 'gate' && content.observe.figure !== null);
}

/**
 * Id of the block that a presented cell shows beside its text, on a wide screen: the only one that is
 * not text. Null where there are several, which stand one below the other, or none, or no text.
 */
export function besideText({ blocks }: Cell): string | null {
	const [first, ...others] = blocks.filter(({ kind }) => kind !== 'prose' && kind !== 'note');
	const hasText = blocks.some(({ kind }) => kind === 'prose');
	return first !== undefined && others.length === 0 && hasText ? first.id : null;
}

function roomFrom(
	rows: readonly { content: Content; notes: readonly NoteBlock[] }[],
	index: number
): number {
	const after = rows.slice(index + 1);
	const taken = after.findIndex(({ content, notes }) => notes.length > 0 || isWide(content));
	return 1 + (taken < 0 ? after.length : taken);
}

/** Id of the figure that a cell speaks of: its own first one, or the last one before it. */
export function figureNear(lesson: Lesson, cell: Cell): string | null {
	const own = cell.blocks.find(({ kind }) => kind === 'figure');
	const before = lesson.cells
		.slice(0, lesson.cells.indexOf(cell))
		.flatMap(({ blocks }) => blocks)
		.findLast(({ kind }) => kind === 'figure');
	return (own ?? before)?.id ?? null;
}
