/** A position from 0 to 1 that the reader drags or lets run once, from the start to the end. */

const MILLISECONDS = 4000;

export class Playback {
	readonly #moves: () => boolean;
	#share = $state(1);
	#frame: number | undefined = $state.raw();

	/** @param moves whether motion is wanted; without it, playing goes to the end at once */
	constructor(moves: () => boolean) {
		this.#moves = moves;
	}

	get share(): number {
		return this.#share;
	}

	get playing(): boolean {
		return this.#frame !== undefined;
	}

	seek = (share: number): void => {
		this.pause();
		this.#share = Math.min(1, Math.max(0, share));
	};

	toggle = (): void => {
		if (this.playing) return this.pause();
		if (!this.#moves()) return this.seek(this.#share === 1 ? 0 : 1);
		const from = this.#share === 1 ? 0 : this.#share;
		let started: number | undefined;
		const step = (now: number): void => {
			started ??= now;
			this.#share = Math.min(1, from + (now - started) / MILLISECONDS);
			this.#frame = this.#share < 1 ? requestAnimationFrame(step) : undefined;
		};
		this.#frame = requestAnimationFrame(step);
	};

	pause = (): void => {
		if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
		this.#frame = undefined;
	};
}
