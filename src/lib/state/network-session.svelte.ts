/**
 * One reader at the network page. The engine computes; this class decides what to ask for, keeps what
 * was there when something fails, and drops answers that nobody waits for any more.
 */
import type { Branch } from '#lib/core/graph.ts';
import type { Agreement } from '#lib/core/predictions.ts';
import type { EngineConnection } from '#lib/engine/client.ts';
import type { Engine } from '#lib/engine/protocol.ts';
import { DEFAULT_CHOICES, modelKey, type Choices, type ModelChoice } from './choices.ts';
import { resolveLayer } from './form-info.ts';
import { Held, isAbort, type Activity } from './held.svelte.ts';
import { History } from './history.svelte.ts';
import { nextStep, runKey, withoutFault } from './next-step.ts';

export class NetworkSession {
	readonly #connect: () => EngineConnection;
	#engine: EngineConnection | null = null;
	/** One loop at a time asks the engine; it looks at the newest choices after each answer. */
	#loop: object | null = null;
	/** Set where there is nothing to go back to: wait for the reader. */
	#stopped = false;
	/** The last choices that were answered in full. */
	#answered: Choices | null = null;
	#history: History<Choices>;

	/** What the engine has answered. */
	readonly held = new Held((activity) => (this.activity = activity));
	choices: Choices = $state.raw(DEFAULT_CHOICES);
	activity: Activity = $state.raw({ kind: 'waiting' });
	/** One sentence, or null. */
	error: string | null = $state.raw(null);
	/** The last weight file, still in the menu after another network was chosen. */
	lastFile: Extract<ModelChoice, { kind: 'file' }> | null = $state.raw(null);

	/** @param connect starts the engine; called once, by `start` */
	constructor(connect: () => EngineConnection, choices: Choices) {
		this.#connect = connect;
		this.choices = choices;
		this.#history = new History(choices);
	}

	/** True when what is shown answers backend, model, form and picture. */
	get matches(): boolean {
		return this.held.run?.key === runKey(this.choices);
	}

	/** The folded form's logits against those of the training-time form, once both have run. */
	get agreement(): Agreement | null {
		return this.held.agreement(this.choices);
	}

	/** The layer shown: the one chosen, or the nearest that this form has; null before the first run. */
	get layer(): string | null {
		return this.held.run && resolveLayer(this.choices.layer, this.held.run.form.layers);
	}

	/** Sets out from other choices, as an address asks for; nothing of before can be undone. */
	restore(choices: Choices): void {
		this.#history = new History(choices);
		this.#change(choices);
	}

	/** Fetches the engine and computes what is chosen; call it when the figure comes near. */
	start = (): void => {
		if (this.#engine) return;
		this.#stopped = false;
		try {
			this.#engine = this.#connect();
		} catch (error) {
			this.#fail(error);
			return;
		}
		this.#engine.onfailure = (message) => {
			this.close();
			this.#fail(new Error(message));
		};
		void this.#settle();
	};

	/** Replaces some choices; everything that follows from them is computed anew. */
	choose = (changes: Partial<Choices>): void => {
		this.error = null;
		this.#change({ ...this.choices, ...changes });
	};

	/** Stops what is under way; what was there stays. */
	cancel = (): void => {
		this.#stopped = this.#answered === null;
		if (this.#answered) this.choices = this.#answered;
		// At once: what is under way may take a while to notice.
		this.activity = { kind: this.#stopped ? 'stopped' : 'idle' };
		void this.#engine?.cancel();
	};

	/** After a stop: the same choices once more. */
	retry = (): void => this.choose({});

	dismiss = (): void => {
		this.error = null;
	};

	undo = (): void => {
		this.#history.undo();
		this.#change(this.#history.current);
	};

	redo = (): void => {
		this.#history.redo();
		this.#change(this.#history.current);
	};

	toggleForm = (): void => {
		const form = this.choices.form === 'folded' ? 'training-time' : 'folded';
		if (this.held.network?.info.forms[form]) this.choose({ form });
	};

	/** Goes on in running order by one layer, or back with −1; stays at the ends. */
	moveLayer(by: 1 | -1): void {
		const names = this.held.run?.form.layers.map(({ name }) => name) ?? [];
		const layer = names[names.indexOf(this.layer ?? '') + by];
		if (layer !== undefined) this.choose({ layer });
	}

	/** Says which branch a file has that leaves it open, and reads the file once more. */
	settleBranch(branch: Branch): void {
		const { model } = this.choices;
		if (model.kind === 'file') this.choose({ model: { ...model, branch } });
	}

	/** Ends the engine, for the end of the page. */
	close = (): void => {
		this.#engine?.close();
		this.#engine = null;
		// Calls under way stay unanswered, so the loop that waits for one is given up.
		this.#loop = null;
		this.held.forget();
	};

	/** Says what went wrong beside the engine; everything stays as it is. */
	refuse(error: unknown): void {
		this.error = error instanceof Error ? error.message : String(error);
	}

	#change(choices: Choices): void {
		const other = modelKey(this.choices.model) !== modelKey(choices.model);
		this.choices = choices;
		this.#stopped = false;
		if (other && this.activity.kind === 'loading') void this.#engine?.cancel();
		if (this.activity.kind !== 'waiting') this.start();
		void this.#settle();
	}

	async #settle(): Promise<void> {
		if (this.#loop !== null) return;
		const loop = {};
		this.#loop = loop;
		while (this.#loop === loop && this.#engine && !this.#stopped) {
			const asked = this.choices;
			try {
				if (!(await this.#advance(this.#engine, asked))) break;
			} catch (error) {
				if (this.#loop === loop) this.#recover(error, asked);
			}
		}
		if (this.#loop !== loop) return;
		this.#loop = null;
		if (this.#stopped) this.activity = { kind: 'stopped' };
	}

	/** Does what comes next; false when there is nothing left to do. */
	async #advance(engine: Engine, choices: Choices): Promise<boolean> {
		const step = nextStep(choices, this.held);
		if (step === 'change form') this.choices = this.held.availableForm(choices);
		else if (step !== null) {
			await this.held.take(step, engine, choices, () => this.choices === choices);
		} else {
			this.activity = { kind: 'idle' };
			this.#answered = choices;
			if (choices.model.kind === 'file') this.lastFile = choices.model;
			this.#history.push('', choices);
			return this.held.readSmallMap(engine);
		}
		return true;
	}

	/** An answer that nobody waits for may fail in silence; otherwise what was there comes back. */
	#recover(error: unknown, asked: Choices): void {
		if (this.choices !== asked) return;
		if (!isAbort(error)) this.#fail(error);
		const step = nextStep(asked, this.held);
		const back = this.#answered && withoutFault(asked, this.#answered, step);
		if (back) this.choices = back;
		else this.#stopped = true;
	}

	#fail(error: unknown): void {
		this.refuse(error);
		this.activity = { kind: 'stopped' };
	}
}
