/** Where the reader is in a grid of numbers: the cell with the tab stop, the one pointed at, the one edited. */
import { clampPlace, isSamePlace, type Extents, type Place } from '#lib/scene/tensor-grid.ts';
import { readNumber } from '#lib/strings/read-number.ts';

interface GridState extends Extents {
	readonly selected: Place | null;
	readonly onselect?: ((row: number, column: number) => void) | undefined;
	readonly onfollow?: ((row: number, column: number) => void) | undefined;
	readonly onedit?: ((row: number, column: number, value: number) => void) | undefined;
	readonly onprobe?: ((place: Place | null) => void) | undefined;
}

/** A second click this soon after the one that opened a field makes a double click, in ms. */
const DOUBLE_CLICK = 500;

export class GridCursor {
	readonly #grid: () => GridState;
	#openedAt = -Infinity;
	#edited: Place | null = null;

	/** The cell with the grid's tab stop: the selected one, or the last the reader went to. */
	active: Place = $derived.by(() => {
		const { rows, columns, selected } = this.#grid();
		return clampPlace(selected ?? { row: 0, column: 0 }, { rows, columns });
	});
	#probed: Place | null = $state.raw(null);
	/** The cell whose number is being typed. */
	editing: Place | null = $state.raw(null);
	/** Whether what was typed is no number. */
	refused = $state(false);

	constructor(grid: () => GridState) {
		this.#grid = grid;
	}

	/** Under the pointer or in focus. */
	get probed(): Place | null {
		return this.#probed;
	}

	probe(place: Place | null): void {
		this.#probed = place;
		this.#grid().onprobe?.(place);
	}

	select(place: Place): void {
		this.active = place;
		this.#grid().onselect?.(place.row, place.column);
	}

	/** A click selects; one more, on the selected cell, opens it for editing. */
	click(place: Place, time: number): void {
		const again = isSamePlace(this.#grid().selected, place);
		this.select(place);
		if (!again || !this.edit(place)) return;
		this.#openedAt = time;
	}

	/** A double click follows the number, even where its first half opened a field. */
	doubleClick(place: Place, time: number): void {
		const { onfollow } = this.#grid();
		if (!onfollow) return;
		if (this.editing && time - this.#openedAt > DOUBLE_CLICK) return;
		this.cancel();
		onfollow(place.row, place.column);
	}

	follow(place: Place): void {
		this.#grid().onfollow?.(place.row, place.column);
	}

	/** Opens a field, where numbers may be edited. */
	edit(place: Place): boolean {
		if (!this.#grid().onedit) return false;
		this.editing = this.#edited = place;
		this.refused = false;
		return true;
	}

	/** Closes the field; returns whose it was, for the focus to go back. */
	cancel(): Place | null {
		this.editing = null;
		this.refused = false;
		return this.#edited;
	}

	/** Takes what was typed; where it is no number, the field stays open with its text. */
	commit(text: string): boolean {
		const place = this.editing;
		const value = readNumber(text);
		this.refused = value === null;
		if (place === null || value === null) return false;
		this.editing = null;
		this.#grid().onedit?.(place.row, place.column, value);
		return true;
	}
}
