/**
 * A two-dimensional tensor as a grid of cells: where keys lead, what colour each cell has, what is
 * copied. Values are row-major, [rows, columns].
 */
import { colourOf, inkOn, type ColourScale } from './colour-scale.ts';

/** Counted from 0. */
export interface Place {
	readonly row: number;
	readonly column: number;
}

export interface Extents {
	readonly rows: number;
	readonly columns: number;
}

export interface CellColours {
	readonly fill: string;
	/** The better of the two on `fill`. */
	readonly ink: 'black' | 'white';
}

/** From this side on a grid is painted as one picture, without a number in each cell. */
export const LARGEST_WITH_NUMBERS = 12;

export function isSamePlace(a: Place | null, b: Place | null): boolean {
	return a !== null && b !== null && a.row === b.row && a.column === b.column;
}

/** Position of a place in the tensor's data. */
export function indexOf({ row, column }: Place, columns: number): number {
	return row * columns + column;
}

/** The nearest place inside the grid. */
export function clampPlace({ row, column }: Place, { rows, columns }: Extents): Place {
	return {
		row: Math.max(0, Math.min(rows - 1, row)),
		column: Math.max(0, Math.min(columns - 1, column))
	};
}

interface Press {
	readonly key: string;
	readonly ctrlKey?: boolean;
	readonly metaKey?: boolean;
	readonly shiftKey?: boolean;
	readonly altKey?: boolean;
}

/**
 * Where a key leads, as in a grid of the ARIA practices: arrows by one, Home and End along the row,
 * with Ctrl to the first and the last cell. Null for other keys.
 * @param leap how far an arrow with Shift goes
 */
export function movePlace(press: Press, from: Place, extents: Extents, leap = 1): Place | null {
	if (press.altKey || press.metaKey) return null;
	const by = press.shiftKey ? leap : 1;
	const { row, column } = from;
	const last = { row: extents.rows - 1, column: extents.columns - 1 };
	if (press.ctrlKey) {
		if (press.key === 'Home') return { row: 0, column: 0 };
		return press.key === 'End' ? last : null;
	}
	const moves: Readonly<Record<string, Place>> = {
		ArrowRight: { row, column: column + by },
		ArrowLeft: { row, column: column - by },
		ArrowDown: { row: row + by, column },
		ArrowUp: { row: row - by, column },
		Home: { row, column: 0 },
		End: { row, column: last.column }
	};
	const to = Object.hasOwn(moves, press.key) ? moves[press.key] : undefined;
	return to === undefined ? null : clampPlace(to, extents);
}

/** The place under a point given as shares, 0 to 1, of the grid's width and height. */
export function placeAt(x: number, y: number, extents: Extents): Place {
	const place = { row: Math.floor(y * extents.rows), column: Math.floor(x * extents.columns) };
	return clampPlace(place, extents);
}

export function cellColours(scale: ColourScale, value: number): CellColours {
	const colour = colourOf(scale, value);
	return { fill: `rgb(${colour.join(' ')})`, ink: inkOn(colour) };
}

/** The values as text for a spreadsheet: tabs between columns, a line for each row. */
export function gridText(
	values: ArrayLike<number>,
	columns: number,
	write: (value: number) => string
): string {
	const lines: string[] = [];
	for (let start = 0; start < values.length; start += columns) {
		const line = Array.from({ length: columns }, (_, column) => write(values[start + column]!));
		lines.push(line.join('\t'));
	}
	return lines.join('\n');
}
