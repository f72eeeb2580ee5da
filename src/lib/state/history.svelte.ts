/**
 * Undo and redo over snapshots. A snapshot is a value that is replaced and never changed, so going
 * back gives the very same object.
 */

interface Entry<T> {
	readonly value: T;
	/** What the reader did to get here, in words; '' for the first entry. */
	readonly label: string;
}

export class History<T> {
	readonly #limit: number;
	#entries: readonly Entry<T>[] = $state.raw([]);
	#index = $state(0);

	/**
	 * @param initial the state before any step
	 * @param limit how many steps can be undone, at least 1; older ones are forgotten
	 * @throws RangeError when `limit` is not a whole number of at least 1
	 */
	constructor(initial: T, limit = 100) {
		if (!Number.isInteger(limit) || limit < 1) {
			throw new RangeError(`limit: expected a whole number of at least 1, found ${limit}`);
		}
		this.#limit = limit;
		this.#entries = [{ value: initial, label: '' }];
	}

	get current(): T {
		return this.#at(this.#index).value;
	}

	/** What `undo` would take back, or null. */
	get undoLabel(): string | null {
		return this.#index > 0 ? this.#at(this.#index).label : null;
	}

	/** What `redo` would do again, or null. */
	get redoLabel(): string | null {
		return this.#index + 1 < this.#entries.length ? this.#at(this.#index + 1).label : null;
	}

	/** Takes a step; what had been undone is forgotten. The same value again is no step. */
	push(label: string, value: T): void {
		if (Object.is(value, this.current)) return;
		const entries = [...this.#entries.slice(0, this.#index + 1), { value, label }];
		this.#entries = entries.slice(-(this.#limit + 1));
		this.#index = this.#entries.length - 1;
	}

	undo = (): void => {
		this.#index = Math.max(0, this.#index - 1);
	};

	redo = (): void => {
		this.#index = Math.min(this.#entries.length - 1, this.#index + 1);
	};

	#at(index: number): Entry<T> {
		const entry = this.#entries[index];
		if (!entry) throw new RangeError(`history: expected entry ${index}, found none`);
		return entry;
	}
}
