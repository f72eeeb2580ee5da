/** The way back from a number to those it was made of: where the reader is, and how to go back. */
export class FollowTrail<Source> {
	readonly #start: () => Source;
	/** From the number that was asked for to the one shown; a new one asked for starts a new way. */
	path: readonly Source[] = $derived.by(() => [this.#start()]);
	readonly at: Source = $derived.by(() => this.path.at(-1)!);

	constructor(start: () => Source) {
		this.#start = start;
	}

	/** Goes on to a number that the present one was made of. */
	follow(source: Source): void | Promise<void> {
		this.path = [...this.path, source];
	}

	/** Starts anew at a number. */
	restart(source: Source): void {
		this.path = [source];
	}

	/** Goes back to the `index`-th number of the way. */
	back(index: number): void {
		this.path = this.path.slice(0, index + 1);
	}
}
