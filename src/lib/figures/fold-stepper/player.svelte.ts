/** Plays the steps one after another, until the last or until the reader takes over. */

/** Long enough to read what has changed. */
const MILLISECONDS_PER_STEP = 2600;

export class Player {
	readonly #next: () => boolean;
	#timer: ReturnType<typeof setInterval> | undefined;
	#playing = $state(false);

	/** @param next goes one step on; false when there is none */
	constructor(next: () => boolean) {
		this.#next = next;
	}

	get playing(): boolean {
		return this.#playing;
	}

	toggle = (): void => (this.#playing ? this.pause() : this.#play());

	pause = (): void => {
		clearInterval(this.#timer);
		this.#playing = false;
	};

	#play(): void {
		if (!this.#next()) return;
		this.#playing = true;
		this.#timer = setInterval(() => {
			if (!this.#next()) this.pause();
		}, MILLISECONDS_PER_STEP);
	}
}
