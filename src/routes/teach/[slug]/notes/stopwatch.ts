/** Counts time while it runs. */
export class Stopwatch {
	readonly #now: () => number;
	#counted = 0;
	#since: number | null = null;

	/** @param now a clock in milliseconds that never goes back */
	constructor(now: () => number) {
		this.#now = now;
	}

	/** In milliseconds. */
	get elapsed(): number {
		return this.#counted + (this.#since === null ? 0 : this.#now() - this.#since);
	}

	start(): void {
		this.#since ??= this.#now();
	}

	pause(): void {
		this.#counted = this.elapsed;
		this.#since = null;
	}

	/** Back to zero; it goes on if it was running. */
	reset(): void {
		this.#counted = 0;
		if (this.#since !== null) this.#since = this.#now();
	}
}
