/**
 * State of a search field with a list of what was found (ARIA APG, combobox with list autocomplete): the
 * field keeps the focus, arrow keys move the mark in the list, Enter chooses.
 */
export class Combobox<Item> {
	readonly #find: (query: string) => readonly Item[];
	readonly #choose: (item: Item) => void;
	query = $state('');
	#open = $state(false);
	#at: number | null = $state(null);
	readonly found: readonly Item[] = $derived.by(() => (this.#open ? this.#find(this.query) : []));

	/** @param choose hears what the reader has chosen; the field is empty then */
	constructor(find: (query: string) => readonly Item[], choose: (item: Item) => void) {
		this.#find = find;
		this.#choose = choose;
	}

	get open(): boolean {
		return this.#open;
	}

	/** Which of those found is marked. */
	get at(): number | null {
		return this.#at;
	}

	type = (query: string): void => {
		this.query = query;
		this.#open = true;
		// The first one is what Enter means, once something is typed.
		this.#at = query.trim() === '' || this.found.length === 0 ? null : 0;
	};

	close = (): void => {
		this.#open = false;
		this.#at = null;
	};

	choose = (item: Item): void => {
		this.query = '';
		this.close();
		this.#choose(item);
	};

	/** @returns whether the key meant something here */
	press(key: string): boolean {
		switch (key) {
			case 'ArrowDown':
				return this.#move(1);
			case 'ArrowUp':
				return this.#move(-1);
			case 'Enter':
				return this.#take();
			case 'Escape':
				return this.#leave();
			default:
				return false;
		}
	}

	#move(by: 1 | -1): boolean {
		this.#open = true;
		const { length } = this.found;
		if (length === 0) return true;
		const from = this.#at ?? (by === 1 ? -1 : length);
		this.#at = (from + by + length) % length;
		return true;
	}

	#take(): boolean {
		const item = this.#at === null ? undefined : this.found[this.#at];
		if (item !== undefined) this.choose(item);
		return item !== undefined;
	}

	/** First closes the list, then empties the field. */
	#leave(): boolean {
		if (!this.#open && this.query === '') return false;
		if (!this.#open) this.query = '';
		this.close();
		return true;
	}
}
