/** The camera of the network page: when it runs, when it waits, and what went wrong. */
import {
	CameraError,
	openCamera,
	type CameraFeed,
	type CameraProblem,
	type OpenCamera
} from '#lib/pictures/camera.ts';
import type { Photo } from '#lib/pictures/drawable.ts';

interface Host {
	/**
	 * Hears of every new frame.
	 * @param grab gives it, or a newer one, when its turn has come; whoever takes it closes it
	 * @param since on the clock of `performance`
	 */
	readonly onframe: (grab: CameraFeed['grab'], since: number) => void;
	/** The camera has been given back. */
	readonly onstop: () => void;
}

export class Camera {
	readonly #host: Host;
	readonly #open: OpenCamera;
	/** Told from a later one, so that a camera allowed after the reader has left is given back. */
	#asked: object | null = null;
	/** `paused`: the tab was out of sight, and the reader has not gone on yet. */
	state: 'off' | 'asking' | 'live' | 'paused' = $state('off');
	problem: CameraProblem | null = $state(null);
	feed: CameraFeed | null = $state.raw(null);

	constructor(host: Host, open: OpenCamera = openCamera) {
		this.#host = host;
		this.#open = open;
	}

	/** Whether what is on view comes from the camera. */
	get on(): boolean {
		return this.state === 'live' || this.state === 'paused';
	}

	/** Asks the reader for the camera, and shows it to a network that takes so many rows. */
	start = async (rows: number): Promise<void> => {
		if (this.state !== 'off') return;
		const asked = {};
		this.#asked = asked;
		this.state = 'asking';
		this.problem = null;
		try {
			const events = {
				onframe: (now: number) => this.#tell(asked, now),
				onend: () => this.#asked === asked && this.#fail('ended')
			};
			const feed = await this.#open(events, rows);
			if (this.#asked !== asked) return feed.close();
			this.feed = feed;
			this.state = 'live';
		} catch (error) {
			if (this.#asked !== asked) return;
			this.#fail(error instanceof CameraError ? error.problem : 'other');
		}
	};

	/** Gives the camera back, or takes the question back. */
	stop = (): void => {
		if (this.state === 'off') return;
		this.#asked = null;
		this.state = 'off';
		this.feed?.close();
		this.feed = null;
		this.#host.onstop();
	};

	/** Waits, without a picture, until `resume`. */
	pause = (): void => {
		if (this.state !== 'live') return;
		this.state = 'paused';
		this.feed?.hold(true);
	};

	resume = (): void => {
		if (this.state !== 'paused') return;
		this.state = 'live';
		this.feed?.hold(false);
	};

	/** The frame on view, to be kept, and the camera given back; null where it shows none. */
	async keep(): Promise<Photo | null> {
		const { feed } = this;
		if (!feed || this.state !== 'live') return null;
		try {
			feed.video.pause();
			const photo = { frame: await feed.grab() };
			return this.feed === feed ? photo : null;
		} catch {
			if (this.feed === feed) this.#fail('other');
			return null;
		}
	}

	/** No more frames can be shown. */
	fail(): void {
		if (this.on) this.#fail('other');
	}

	dismiss = (): void => {
		this.problem = null;
	};

	#tell(asked: object, now: number): void {
		const { feed } = this;
		if (this.#asked === asked && feed && this.state === 'live') {
			this.#host.onframe(() => feed.grab(), now);
		}
	}

	#fail(problem: CameraProblem): void {
		this.stop();
		this.problem = problem;
	}
}
