/**
 * Bringing what is held in line with what is chosen. The engine computes; this class decides what to ask
 * for, keeps what was there when something fails, and drops answers that nobody waits for any more.
 */
import {
	DEFAULT_CHOICES,
	modelKey,
	pictureKey,
	type Choices,
	type ModelChoice
} from './choices.ts';
import type { Engine } from '#lib/engine/protocol.ts';
import { Camera } from '#lib/state/picture/camera.svelte.ts';
import { frameGround } from '#lib/state/picture/frame-ground.ts';
import { Held, isAbort, type Activity, type Sources } from './held.svelte.ts';
import { History } from '#lib/state/history.svelte.ts';
import type { LiveFrame } from '#lib/state/picture/live-frames.svelte.ts';
import { lettingGo } from '#lib/state/layers/map-place.ts';
import type { CardSource } from '#lib/state/weights/model-cards.ts';
import { MovingPicture, photographer } from '#lib/state/picture/moving-picture.svelte.ts';
import { nextStep, withoutFault } from './next-step.ts';
import { Thumbnails } from '#lib/state/picture/thumbnails.svelte.ts';
import { Workers, type Connections } from './workers.ts';

export class Settling {
	readonly #workers: Workers;
	/** One loop at a time asks the engine; it looks at the newest choices after each answer. */
	#loop: object | null = null;
	/** Set where there is nothing to go back to: wait for the reader. */
	#stopped = false;
	/** The last choices that were answered in full. */
	#answered: Choices | null = null;
	/** What was asked for when a network could not be had, to be asked for again. */
	protected refused: Choices | null = $state.raw(null);
	protected history: History<Choices>;
	#wantsOverview = $state(false);

	/** What the engine has answered. */
	readonly held = new Held((activity) => (this.activity = activity));
	readonly moving = new MovingPicture({
		ground: () =>
			frameGround(this.choices, this.held, this.#workers.sources, {
				overview: this.#wantsOverview,
				small: this.held.smallLayers
			}),
		choose: (picture) => this.choose({ picture }),
		onfail: () => this.camera.fail()
	});
	readonly camera: Camera;
	readonly thumbnails = new Thumbnails();
	choices: Choices = $state.raw(DEFAULT_CHOICES);
	activity: Activity = $state.raw({ kind: 'waiting' });
	/** One sentence, or null. */
	error: string | null = $state.raw(null);
	/** The last weight file, still in the menu after another network was chosen. */
	lastFile: Extract<ModelChoice, { kind: 'file' }> | null = $state.raw(null);

	constructor(connect: Connections, choices: Choices) {
		this.#workers = new Workers(connect);
		this.camera = new Camera(
			{
				onframe: (grab, since) => this.moving.follow(since, photographer(grab)),
				onstop: () => this.moving.unfollow()
			},
			connect.camera
		);
		this.choices = choices;
		this.history = new History(choices);
	}

	get cards(): CardSource {
		return this.#workers.cards;
	}

	/** What is shown in place of the last run, while the picture moves or has just come to rest. */
	get frame(): LiveFrame | null {
		const { frame } = this.moving;
		const { run } = this.held;
		return frame?.network === run?.network && frame?.form === run?.result.form ? frame : null;
	}

	/** Whether every map of the network is painted, too. */
	get wantsOverview(): boolean {
		return this.#wantsOverview;
	}

	set wantsOverview(wanted: boolean) {
		this.#wantsOverview = wanted;
		void this.#settle();
	}

	/** Says of which layers one map is shown small; they are read, and follow a picture that moves. */
	showSmall(layers: readonly string[]): void {
		this.held.wantedSmall = layers;
		void this.#settle();
	}

	/** Whether the same choices once more may go better. */
	get canRetry(): boolean {
		return this.refused !== null || this.activity.kind === 'stopped';
	}

	/** Whether what is chosen is on view for a moment only: then it is no step that can be undone. */
	protected get passing(): boolean {
		return false;
	}

	/** Null until it is started. */
	protected get engine(): Engine | null {
		return this.#workers.sources?.engine ?? null;
	}

	/** Fetches the engine and computes what is chosen; call it when the figure comes near. */
	start = (): void => {
		if (this.#workers.sources) return;
		this.#stopped = false;
		try {
			this.#workers.start((message) => {
				this.#loseEngine();
				this.#fail(new Error(message));
			});
		} catch (error) {
			this.#fail(error);
			return;
		}
		void this.#settle();
	};

	/** Replaces some choices; everything that follows from them is computed anew. */
	choose = (changes: Partial<Choices>): void => {
		this.error = null;
		this.refused = null;
		const picture = this.moving.take();
		this.change({
			...this.choices,
			...(picture && { picture }),
			...lettingGo(changes),
			...changes
		});
	};

	/** Stops what is under way; what was there stays. */
	cancel = (): void => {
		this.dropMovement();
		this.#stopped = this.#answered === null;
		if (this.#answered) this.choices = this.#answered;
		// At once: what is under way may take a while to notice.
		this.activity = { kind: this.#stopped ? 'stopped' : 'idle' };
		this.#workers.cancel();
	};

	/** Ends the workers, for the end of the page. */
	close = (): void => {
		this.#loseEngine();
		this.#workers.close();
	};

	/** Says what went wrong beside the engine; everything stays as it is. */
	refuse(error: unknown): void {
		this.error = error instanceof Error ? error.message : String(error);
	}

	/** Sets out towards other choices. */
	protected change(choices: Choices): void {
		const other = modelKey(this.choices.model) !== modelKey(choices.model);
		if (pictureKey(this.choices.picture) !== pictureKey(choices.picture)) {
			this.moving.unfollow(true);
			this.camera.stop();
		}
		this.choices = choices;
		this.#stopped = false;
		if (other && this.activity.kind === 'loading') this.#workers.cancel();
		if (this.activity.kind !== 'waiting') this.start();
		void this.#settle();
	}

	/** Takes a movement of the picture back. */
	protected dropMovement(): void {
		this.moving.take();
		this.moving.forget();
	}

	#loseEngine(): void {
		this.camera.stop();
		this.dropMovement();
		this.#workers.closeEngine();
		// Calls under way stay unanswered, so the loop that waits for one is given up.
		this.#loop = null;
		this.held.forget();
	}

	async #settle(): Promise<void> {
		if (this.#loop !== null) return;
		const loop = {};
		this.#loop = loop;
		while (this.#loop === loop && this.#workers.sources && !this.#stopped) {
			const asked = this.choices;
			try {
				if (!(await this.#advance(this.#workers.sources, asked))) break;
			} catch (error) {
				if (this.#loop === loop) this.#recover(error, asked);
			}
		}
		if (this.#loop !== loop) return;
		this.#loop = null;
		if (this.#stopped) this.activity = { kind: 'stopped' };
	}

	/** Does what comes next; false when there is nothing left to do. */
	async #advance(sources: Sources, choices: Choices): Promise<boolean> {
		const step = nextStep(choices, this.held);
		if (step === 'change form') this.choices = this.held.availableForm(choices);
		else if (step !== null) {
			await this.held.take(step, sources, choices, () => this.choices === choices);
		} else {
			this.#answer(choices);
			void this.thumbnails.draw(sources.drawer);
			if (await this.held.readSmallMap(sources.engine)) return true;
			return this.#wantsOverview && this.held.readOverview(sources.engine);
		}
		return true;
	}

	/** Everything asked for is there: the run takes the place of the frames. */
	#answer(choices: Choices): void {
		this.activity = { kind: 'idle' };
		this.#answered = choices;
		if (choices.model.kind === 'file') this.lastFile = choices.model;
		if (!this.passing) this.history.push('', choices);
		const { frame } = this;
		if (frame)
			this.held.keepSmallMaps(frame.smallMaps, frame.pictureKey === pictureKey(choices.picture));
		this.moving.forget();
	}

	/** An answer that nobody waits for may fail in silence; otherwise what was there comes back. */
	#recover(error: unknown, asked: Choices): void {
		if (this.choices !== asked) return;
		if (!isAbort(error)) this.#fail(error);
		const step = nextStep(asked, this.held);
		if (step === 'load' && asked.model.kind === 'shipped') this.refused = asked;
		const back = this.#answered && withoutFault(asked, this.#answered, step);
		if (back) this.choices = back;
		else this.#stopped = true;
	}

	#fail(error: unknown): void {
		this.refuse(error);
		this.activity = { kind: 'stopped' };
	}
}
