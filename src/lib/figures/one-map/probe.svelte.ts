/** A place on a map that pointer and keyboard move; it stays where it is when the map changes. */
import type { Props } from './props.ts';

/** Side of the table of numbers around the probe. */
const WINDOW = 8;

export class Probe {
	readonly #props: () => Pick<Props, 'values' | 'columns'>;
	/** Shares of the map, so that the place stays when another layer has another size. */
	#x = $state(0.5);
	#y = $state(0.5);

	readonly columns = $derived.by(() => this.#props().columns);
	readonly rows = $derived.by(() => this.#props().values.length / this.columns);
	readonly column = $derived(Math.min(this.columns - 1, Math.floor(this.#x * this.columns)));
	readonly row = $derived(Math.min(this.rows - 1, Math.floor(this.#y * this.rows)));
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

	constructor(props: () => Pick<Props, 'values' | 'columns'>) {
		this.#props = props;
	}

	/** Puts the probe on a share of the map's width and height, 0 to 1. */
	point(x: number, y: number): void {
		this.#x = Math.min(1, Math.max(0, x));
		this.#y = Math.min(1, Math.max(0, y));
	}

	/** Puts the probe on a value. */
	put({ row, column }: { readonly row: number; readonly column: number }): void {
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
