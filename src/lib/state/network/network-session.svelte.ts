/** One reader at the network page: everything that can be asked for, and what is shown of it. */
import type { Branch } from '#lib/core/graph.ts';
import type { Agreement } from '#lib/core/maps/predictions.ts';
import type { Engine } from '#lib/engine/protocol.ts';
import type { Choices, SceneChoice } from './choices.ts';
import { resolveLayer } from './form-info.ts';
import { isAbort } from './held.svelte.ts';
import { History } from '#lib/state/history.svelte.ts';
import { LayerPlayer } from '#lib/state/layers/layer-player.svelte.ts';
import { runKey } from './next-step.ts';
import type { Drawing } from '#lib/pictures/drawing.ts';
import type { Picture } from '#lib/pictures/picture.ts';
import type { SceneChanges } from '#lib/state/picture/scenes.ts';
import { Settling } from './settling.svelte.ts';
import { takeAway, type Taken, type TakenFile } from './take-away.ts';

export class NetworkSession extends Settling {
	/** Tells drawings and photos apart. */
	#made = 0;
	/** Walks through the layers. */
	readonly player = new LayerPlayer(this);

	/** True when what is shown answers backend, model, form and picture. */
	get matches(): boolean {
		const rests = this.moving.choice === null && !this.camera.on;
		return rests && this.held.run?.key === runKey(this.choices);
	}

	/** The scene on the dials; null while something else is the picture. */
	get scene(): SceneChoice | null {
		const picture = this.moving.choice ?? this.choices.picture;
		return picture.kind === 'sample' && !this.camera.on ? picture : null;
	}

	/** The drawing on the board; null while something else is the picture. */
	get drawing(): Drawing | null {
		const picture = this.moving.choice ?? this.choices.picture;
		return picture.kind === 'drawing' && !this.camera.on ? picture.drawing : null;
	}

	/** The folded form's logits against those of the training-time form, once both have run. */
	get agreement(): Agreement | null {
		return this.held.agreement(this.choices);
	}

	/** The layer shown: the one chosen, or the nearest that this form has; null before the first run. */
	get layer(): string | null {
		return this.held.run && resolveLayer(this.choices.layer, this.held.run.form.layers);
	}

	/** Of the form on view, in running order; empty before the first run. */
	get layerNames(): readonly string[] {
		return this.held.run?.form.layers.map(({ name }) => name) ?? [];
	}

	/** Whether something chosen is not on view yet. */
	get busy(): boolean {
		return this.activity.kind !== 'idle' || this.held.maps?.layer !== this.layer;
	}

	/** Whether the picture moves under the reader's hand. */
	get moves(): boolean {
		return this.moving.choice !== null;
	}

	protected override get passing(): boolean {
		return this.player.playing;
	}

	/** The engine while it rests and holds the maps of the run on view; null otherwise. */
	get restingEngine(): Engine | null {
		const { matches, activity, held } = this;
		const rests = matches && activity.kind === 'idle' && held.inEngine === held.run?.key;
		return rests ? this.engine : null;
	}

	/** Sets out from other choices, as an address asks for; nothing of before can be undone. */
	restore(choices: Choices): void {
		this.history = new History(choices);
		this.change(choices);
	}

	/**
	 * Turns dials of the scene; everything on view follows at once.
	 * @param since when the reader's hand moved, on the clock of `performance`
	 */
	turn = (changes: SceneChanges, since: number): void => {
		if (this.scene) this.moving.turn(this.scene, changes, since);
	};

	/**
	 * Shows a drawing that the reader's hand is still at; everything on view follows at once.
	 * @param since when the reader's hand moved, on the clock of `performance`
	 * @param painted the drawing at the network's size
	 */
	sketch(drawing: Drawing, since: number, painted: Picture): void {
		this.camera.stop();
		const picture = { kind: 'drawing', id: ++this.#made, drawing } as const;
		// A copy: its bytes are taken over.
		const paint = async () => ({ ...painted, rgb: painted.rgb.slice() });
		this.moving.move(picture, since, paint);
	}

	/** Chooses a drawing that is at rest, one step that can be undone. */
	draw(drawing: Drawing): void {
		this.choose({ picture: { kind: 'drawing', id: ++this.#made, drawing } });
	}

	/** Makes the frame of the camera on view the picture, and gives the camera back. */
	keepPhoto = async (): Promise<void> => {
		const photo = await this.camera.keep();
		if (photo) this.choose({ picture: { kind: 'camera', id: ++this.#made, photo } });
	};

	/** After a stop or a refusal: the same choices once more. */
	retry = (): void => this.choose(this.refused ?? {});

	dismiss = (): void => {
		this.error = null;
		this.refused = null;
	};

	/** Of a picture that still moves, the movement is taken back, as is the camera. */
	undo = (): void => {
		if (this.camera.on) return this.camera.stop();
		if (this.moving.choice) return this.dropMovement();
		this.history.undo();
		this.change(this.history.current);
	};

	redo = (): void => {
		this.dropMovement();
		this.history.redo();
		this.change(this.history.current);
	};

	toggleForm = (): void => {
		const form = this.choices.form === 'folded' ? 'training-time' : 'folded';
		if (this.held.network?.info.forms[form]) this.choose({ form });
	};

	/** Goes on in running order by one layer, or back with −1; stays at the ends. */
	moveLayer(by: 1 | -1): void {
		const { layerNames: names } = this;
		const layer = names[names.indexOf(this.layer ?? '') + by];
		if (layer !== undefined) this.choose({ layer });
	}

	/**
	 * A file of the run on view, or of its network; null where there is none, or the engine refused, and
	 * then `error` says why.
	 */
	take = async (taken: Taken): Promise<TakenFile | null> => {
		const { run } = this.held;
		const { engine } = this;
		if (!run || !engine) return null;
		try {
			return await takeAway(engine, run, taken);
		} catch (error) {
			this.refuse(error);
			return null;
		}
	};

	/**
	 * Asks the engine about the run on view; null where there is none any more, or the engine refused, and
	 * then `error` says why.
	 */
	ask = async <T>(question: (engine: Engine) => Promise<T>): Promise<T | null> => {
		const { run } = this.held;
		const { engine } = this;
		const isThere = (): boolean => run !== null && this.held.inEngine === run.key;
		if (!engine || !isThere()) return null;
		try {
			const answer = await question(engine);
			return this.held.run === run && isThere() ? answer : null;
		} catch (error) {
			if (!isAbort(error)) this.refuse(error);
			return null;
		}
	};

	/** Says which branch a file has that leaves it open, and reads the file once more. */
	settleBranch(branch: Branch): void {
		const { model } = this.choices;
		if (model.kind === 'file') this.choose({ model: { ...model, branch } });
	}
}
