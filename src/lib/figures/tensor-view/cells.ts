/** The cells of a tensor as they are drawn: digits, colours, and what is read out. */
import { cellColours, indexOf, type CellColours, type Place } from '#lib/scene/tensor-grid.ts';
import type { ColourScale } from '#lib/scene/colour-scale.ts';
import { formatCell, formatExact } from '#lib/strings/format.ts';
import type { Strings } from '#lib/strings/strings.ts';

type Words = Strings['tensors'];

export interface Cell extends Place, CellColours {
	readonly value: number;
	/** With a fixed number of digits after the point. */
	readonly text: string;
	/** For screen readers: place and value. */
	readonly name: string;
}

interface Grid {
	/** [rows, columns]. */
	readonly values: ArrayLike<number>;
	readonly rows: number;
	readonly columns: number;
	readonly scale: ColourScale;
}

/** Cells row by row. */
export function gridCells(
	{ values, rows, columns, scale }: Grid,
	decimals: number,
	words: Words
): Cell[][] {
	return Array.from({ length: rows }, (_, row) =>
		Array.from({ length: columns }, (_, column) => {
			const value = values[indexOf({ row, column }, columns)] ?? NaN;
			const text = formatCell(value, decimals);
			const spoken = speakNumber(text, words);
			const alone = rows === 1 && columns === 1;
			const name = alone ? spoken : words.cellName(String(row + 1), String(column + 1), spoken);
			return { row, column, value, text, name, ...cellColours(scale, value) };
		})
	);
}

/** Digits after the point with which the largest of the values fits into a cell: 2, 1 or 0. */
export function fittingDecimals(values: ArrayLike<number>): number {
	let largest = 0;
	for (let index = 0; index < values.length; index++) {
		const size = Math.abs(values[index]!);
		if (Number.isFinite(size) && size > largest) largest = size;
	}
	return largest < 9.995 ? 2 : largest < 99.95 ? 1 : 0;
}

/** Width in rem that the longest of the numbers takes in a cell, its margins included. */
export function textWidth(cells: readonly (readonly Cell[])[]): number {
	const longest = Math.max(...cells.flat().map(({ text }) => text.length));
	return longest * DIGIT_WIDTH + CELL_MARGINS;
}

/** A monospaced digit at the smallest size of type, slightly tightened, in rem. */
const DIGIT_WIDTH = 0.46;
const CELL_MARGINS = 0.35;

/** `−0.42` as `minus 0.42`: many screen readers pass over the sign. */
export function speakNumber(text: string, words: Words): string {
	return text.startsWith('−') ? words.minus(text.slice(1)) : text;
}

/** What the line under a tensor says about one place; of a single number only the value. */
export function probeText(grid: Grid, place: Place, words: Words): string {
	const value = formatExact(grid.values[indexOf(place, grid.columns)] ?? NaN);
	if (grid.rows === 1 && grid.columns === 1) return value;
	return words.probe(String(place.row + 1), String(place.column + 1), value);
}
