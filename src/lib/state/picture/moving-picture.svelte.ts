/**
 * The picture under the reader's hand, a scene or a drawing: shown while it moves, and chosen like any
 * other once it rests. And the camera, which moves by itself and is never chosen as it runs.
 */
import type { MapsView } from '#lib/engine/protocol.ts';
import {
	pictureKey,
	turnDials,
	type DrawingChoice,
	type SceneChoice
} from '#lib/state/network/choices.ts';
import type { FrameGround } from './frame-ground.ts';
import { LiveFrames, type LiveFrame, type LiveRequest } from './live-frames.svelte.ts';
import { sceneOf, type SceneChanges } from './scenes.ts';

/** How long a dial that was let go stays still before its picture is chosen, in milliseconds. */
const REST = 150;

type MovingChoice = SceneChoice | DrawingChoice;
type Paint = LiveRequest['paint'];
type Painting = Pick<LiveRequest, 'scene' | 'paint'>;

interface Host {
	readonly ground: () => FrameGround | null;
	readonly choose: (picture: MovingChoice) => void;
	/** Hears why no more frames of the camera can be shown. */
	readonly onfail: (error: unknown) => void;
}

export class MovingPicture {
	readonly #host: Host;
	readonly #frames: LiveFrames;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#since = 0;
	#view: MapsView | null = null;
	/** Of the present choice. */
	#painting: Painting | null = null;
	/** Frames come from a camera. */
	#follows = false;
	/** Null while the picture rests. */
	choice: MovingChoice | null = $state.raw(null);

	constructor(host: Host) {
		this.#host = host;
		this.#frames = new LiveFrames((error) => {
			// A picture that cannot be shown as it moves is still run as a whole, which says what is wrong.
			if (this.choice) this.#settle();
			else if (this.#follows) host.onfail(error);
		});
	}

	/** The newest frame; stays on view until `forget`, so that the rested picture can be run meanwhile. */
	get frame(): LiveFrame | null {
		return this.#frames.frame;
	}

	/** Which maps the page shows, and how; null before it shows any. */
	get view(): MapsView | null {
		return this.#view;
	}

	/** Which maps the page shows, and how. */
	look(view: MapsView): void {
		this.#view = view;
		if (this.choice && this.#painting) this.#show(pictureKey(this.choice), this.#painting);
	}

	/**
	 * Changes the scene and shows it at once.
	 * @param since when the reader's hand moved, on the clock of `performance`
	 */
	turn(from: SceneChoice, changes: SceneChanges, since: number): void {
		const moving = this.choice?.kind === 'sample' ? this.choice : null;
		const choice = turnDials(moving ?? from, changes);
		const scene = sceneOf(choice.slug, choice.changes);
		const paint: Paint = (drawer, columns, rows) => drawer.draw(scene, columns, rows);
		this.#move(choice, since, { scene, paint });
	}

	/**
	 * Shows what the reader's hand has made of the picture.
	 * @param since when the reader's hand moved, on the clock of `performance`
	 */
	move(choice: MovingChoice, since: number, paint: Paint): void {
		this.#move(choice, since, { paint });
	}

	/** Shows a picture that no hand moves, until `unfollow`; the reader's hand comes first. */
	follow(since: number, paint: Paint): void {
		this.#follows = true;
		if (this.choice) return;
		this.#since = since;
		this.#show('camera', { paint });
	}

	/** Back to the picture at rest, at once; or, where `another` is chosen, once that has run. */
	unfollow(another = false): void {
		if (!this.#follows) return;
		this.#follows = false;
		if (!another) this.forget();
	}

	/** The reader has let go: the picture is chosen, unless the hand moves on at once. */
	rest(): void {
		clearTimeout(this.#timer);
		if (this.choice) this.#timer = setTimeout(() => this.#settle(), REST);
	}

	/** Ends the movement; the picture that it led to, for whoever chooses now. */
	take(): MovingChoice | null {
		clearTimeout(this.#timer);
		const { choice } = this;
		this.choice = null;
		this.#frames.stop();
		return choice;
	}

	/** Back to the results of the last run, unless the picture moves again. */
	forget(): void {
		if (!this.choice && !this.#follows) this.#frames.clear();
	}

	#move(choice: MovingChoice, since: number, painting: Painting): void {
		clearTimeout(this.#timer);
		this.#since = since;
		this.choice = choice;
		this.#painting = painting;
		this.#show(pictureKey(choice), painting);
	}

	#settle(): void {
		const choice = this.take();
		if (choice) this.#host.choose(choice);
	}

	#show(key: string, painting: Painting): void {
		const ground = this.#host.ground();
		if (!ground || !this.#view) return;
		const { source, ...request } = ground;
		const frame = {
			...request,
			...painting,
			pictureKey: key,
			maps: this.#view,
			since: this.#since
		};
		this.#frames.show(frame, source);
	}
}

/** Paints the newest frame of a camera, as it is when its turn has come. */
export function photographer(grab: () => Promise<ImageBitmap>): Paint {
	return async (drawer, columns, rows) => {
		const frame = await grab();
		try {
			return await drawer.draw({ frame }, columns, rows);
		} finally {
			frame.close();
		}
	};
}
