/**
 * Walks through the layers in running order, one after another, until the last one, the reader's pause,
 * or any other choice. A layer is left only once its maps are on view.
 */
import type { Choices } from '#lib/state/network/choices.ts';

/** Whose layers are walked through. */
export interface LayerHost {
	readonly choices: Choices;
	/** The layer on view; null before the first run. */
	readonly layer: string | null;
	/** In running order; empty before the first run. */
	readonly layerNames: readonly string[];
	/** Whether something chosen is not on view yet. */
	readonly busy: boolean;
	/** Whether the picture moves under the reader's hand. */
	readonly moves: boolean;
	/** Replaces some choices, at once. */
	choose(changes: Partial<Choices>): void;
}

export const SPEEDS = ['1', '2', '4'] as const;
/** Layers in a second. */
type Speed = (typeof SPEEDS)[number];

/** Until it is asked again whether a layer's maps have come, in milliseconds. */
const MOMENT = 40;

export class LayerPlayer {
	readonly #host: LayerHost;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** The choices that the last step led to; null while nothing plays. */
	#left: Choices | null = $state.raw(null);
	speed: Speed = $state('2');

	constructor(host: LayerHost) {
		this.#host = host;
	}

	get playing(): boolean {
		return this.#left !== null && this.#left === this.#host.choices && !this.#host.moves;
	}

	/** Starts with the next layer; from the last one, with the first. */
	play = (): void => {
		const { layerNames, layer } = this.#host;
		if (layerNames.length === 0) return;
		const next = layerNames.indexOf(layer ?? '') + 1;
		this.#show(layerNames[next] ?? layerNames[0]!);
	};

	/** Stays at the layer on view. */
	pause = (): void => {
		const was = this.playing;
		this.#stop();
		// The same once more, as a choice like any other: it can be undone, and is in the address.
		if (was) this.#host.choose({});
	};

	toggle = (): void => (this.playing ? this.pause() : this.play());

	/** Ends without a word, for the end of the page. */
	close(): void {
		this.#stop();
	}

	#show(layer: string): void {
		clearTimeout(this.#timer);
		this.#host.choose({ layer });
		this.#left = this.#host.choices;
		this.#timer = setTimeout(this.#goOn, 1000 / Number(this.speed));
	}

	readonly #goOn = (): void => {
		if (!this.playing) return this.#stop();
		const { layerNames, layer, busy } = this.#host;
		if (busy) {
			this.#timer = setTimeout(this.#goOn, MOMENT);
			return;
		}
		const next = layerNames[layerNames.indexOf(layer ?? '') + 1];
		if (next === undefined) this.pause();
		else this.#show(next);
	};

	#stop(): void {
		clearTimeout(this.#timer);
		this.#left = null;
	}
}
