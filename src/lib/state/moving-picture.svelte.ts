/** The scene under the reader's hand: shown while it moves, and chosen like any other once it rests. */
import type { MapsView } from '#lib/engine/protocol.ts';
import { pictureKey, turnDials, type SceneChoice } from './choices.ts';
import type { FrameGround } from './frame-ground.ts';
import { LiveFrames, type LiveFrame } from './live-frames.svelte.ts';
import { sceneOf, type SceneChanges } from './scenes.ts';

/** How long a dial that was let go stays still before its picture is chosen, in milliseconds. */
const REST = 150;

interface Host {
	readonly ground: () => FrameGround | null;
	readonly choose: (picture: SceneChoice) => void;
}

export class MovingPicture {
	readonly #host: Host;
	readonly #frames: LiveFrames;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#since = 0;
	#view: MapsView | null = null;
	/** Null while the picture rests. */
	choice: SceneChoice | null = $state.raw(null);

	constructor(host: Host) {
		this.#host = host;
		// A picture that cannot be shown as it moves is still run as a whole, which says what is wrong.
		this.#frames = new LiveFrames(() => this.#settle());
	}

	/** The newest frame; stays on view until `forget`, so that the rested picture can be run meanwhile. */
	get frame(): LiveFrame | null {
		return this.#frames.frame;
	}

	/** Which maps the page shows, and how. */
	look(view: MapsView): void {
		this.#view = view;
		if (this.choice) this.#show(this.choice);
	}

	/**
	 * Changes the scene and shows it at once.
	 * @param since when the reader's hand moved, on the clock of `performance`
	 */
	turn(from: SceneChoice, changes: SceneChanges, since: number): void {
		clearTimeout(this.#timer);
		this.#since = since;
		this.choice = turnDials(this.choice ?? from, changes);
		this.#show(this.choice);
	}

	/** The reader has let go: the picture is chosen, unless the hand moves on at once. */
	rest(): void {
		clearTimeout(this.#timer);
		if (this.choice) this.#timer = setTimeout(() => this.#settle(), REST);
	}

	/** Ends the movement; the scene that it led to, for whoever chooses now. */
	take(): SceneChoice | null {
		clearTimeout(this.#timer);
		const { choice } = this;
		this.choice = null;
		this.#frames.stop();
		return choice;
	}

	/** Back to the results of the last run, unless the picture moves again. */
	forget(): void {
		if (!this.choice) this.#frames.clear();
	}

	#settle(): void {
		const choice = this.take();
		if (choice) this.#host.choose(choice);
	}

	#show(choice: SceneChoice): void {
		const ground = this.#host.ground();
		if (!ground || !this.#view) return;
		const { source, ...request } = ground;
		const picture = {
			scene: sceneOf(choice.slug, choice.changes),
			pictureKey: pictureKey(choice)
		};
		this.#frames.show({ ...request, ...picture, maps: this.#view, since: this.#since }, source);
	}
}
