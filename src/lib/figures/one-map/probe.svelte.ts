/**
 * A place on a map that pointer and keyboard move. It begins at the largest value of each map; once it
 * was moved it stays where it is when the map changes.
 */
import { findHighest } from '#lib/core/maps/map-statistics.ts';
import type { Place } from '#lib/scene/tensor-grid.ts';
import type { Props } from './props.ts';

/** Side of the table of numbers around the probe. */
const WINDOW = 8;

export class Probe {
	readonly #props: () => Pick<Props, 'values' | 'columns' | 'begin'>;
	/** Shares of the map, so that the place stays when another layer has another size; null until moved. */
	#moved: { readonly x: number; readonly y: number } | null = $state.raw(null);

	readonly columns = $derived.by(() => this.#props().columns);
	readonly rows = $derived.by(() => this.#props().values.length / this.columns);
	readonly #begin: Place = $derived.by(() => {
		const { begin, values } = this.#props();
		const place = begin ?? findHighest({ shape: [1, 1, this.rows, this.columns], data: values });
		return place ?? { row: 0, column: 0 };
	});
	readonly column = $derived(
		Math.min(
			this.columns - 1,
			this.#moved ? Math.floor(this.#moved.x * this.columns) : this.#begin.column
		)
	);
	readonly row = $derived(
		Math.min(this.rows - 1, this.#moved ? Math.floor(this.#moved.y * this.rows) : this.#begin.row)
	);
	readonly value = $derived.by(
		() => this.#props().values[this.row * this.columns + this.column] ?? NaN
	);
	/** First row and column of the numbers around the probe. */
	readonly windowRow = $derived(windowStart(this.row, this.rows));
	readonly windowColumn = $derived(windowStart(this.column, this.columns));
	/** The numbers around the probe, row by row; fewer than 8 × 8 on a small map. */
	readonly window = $derived.by(() => {
		const { values } = this.#props();
		return Array.from({ length: Math.min(WINDOW, this.rows) }, (_, row) => {
			const start = (this.windowRow + row) * this.columns + this.windowColumn;
			return [...values.subarray(start, start + Math.min(WINDOW, this.columns))];
		});
	});

	constructor(props: () => Pick<Props, 'values' | 'columns' | 'begin'>) {
		this.#props = props;
	}

	/** Puts the probe on a share of the map's width and height, 0 to 1. */
	point(x: number, y: number): void {
		this.#moved = { x: Math.min(1, Math.max(0, x)), y: Math.min(1, Math.max(0, y)) };
	}

	/** Puts the probe on a value. */
	put({ row, column }: Place): void {
		this.point((column + 0.5) / this.columns, (row + 0.5) / this.rows);
	}

	/** Moves by whole values; stays on the map. */
	move(columns: number, rows: number): void {
		this.point((this.column + columns + 0.5) / this.columns, (this.row + rows + 0.5) / this.rows);
	}
}

function windowStart(at: number, extent: number): number {
	return Math.max(0, Math.min(at - WINDOW / 2, extent - WINDOW));
}

/** Columns and rows that a key moves the probe by: 1, with Shift 8; null for other keys. */
export function probeMove(press: {
	readonly key: string;
	readonly shiftKey: boolean;
}): [columns: number, rows: number] | null {
	const by = press.shiftKey ? 8 : 1;
	switch (press.key) {
		case 'ArrowRight':
			return [by, 0];
		case 'ArrowLeft':
			return [-by, 0];
		case 'ArrowDown':
			return [0, by];
		case 'ArrowUp':
			return [0, -by];
		default:
			return null;
	}
}
