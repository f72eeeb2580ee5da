/** What the engine has answered so far, and the steps that ask for more. */
import { groupLayers } from '#lib/core/network/blocks.ts';
import { compareLogits, type Agreement } from '#lib/core/maps/predictions.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import type { FormInfo } from '#lib/core/cost/form-info.ts';
import type {
	Backend,
	BackendReport,
	Engine,
	NetworkInfo,
	Overview,
	RunResult,
	ShownForm
} from '#lib/engine/protocol.ts';
import type { Drawer } from '#lib/pictures/draw-client.ts';
import { modelKey, type Choices } from './choices.ts';
import { formInfoFor, resolveLayer } from './form-info.ts';
import { prepareInput, type InputPicture } from '#lib/state/picture/input-picture.ts';
import { loadNetwork, type PublishedSource } from '#lib/state/weights/load-network.ts';
import type { CardSource } from '#lib/state/weights/model-cards.ts';
import { preparedKey, runKey, type HeldKeys, type Step } from './next-step.ts';
import { busiestMap, type SmallMap } from '#lib/core/maps/small-map.ts';

/** What the page is busy with. `waiting`: the engine was not asked for yet. */
export type Activity =
	| {
			readonly kind: 'waiting' | 'idle' | 'stopped' | 'starting' | 'preparing' | 'running';
	  }
	/** `done` from 0 to 1; null where nobody knows. */
	| { readonly kind: 'loading'; readonly name: string; readonly done: number | null };

/** One run, with the choices that it answers. */
export interface Run {
	readonly key: string;
	readonly choices: Choices;
	readonly network: NetworkInfo;
	readonly networkKey: string;
	readonly picture: InputPicture;
	readonly form: FormInfo;
	readonly result: RunResult;
}

export interface ShownMaps {
	readonly run: string;
	readonly layer: string;
	/** [1, channels, rows, columns]. */
	readonly tensor: Tensor;
}

export function isAbort(error: unknown): boolean {
	return error instanceof Error && error.name === 'AbortError';
}

/** Where answers come from. */
export interface Sources {
	readonly engine: Engine;
	readonly drawer: Drawer;
	readonly cards: CardSource;
	readonly published: PublishedSource;
}

export class Held implements HeldKeys {
	readonly #tell: (activity: Activity) => void;
	readonly #smallRead = new Set<string>();
	backend: Backend | null = null;
	/** The run whose maps the engine can still give. */
	inEngine: string | null = null;
	report: BackendReport | null = $state.raw(null);
	network: { readonly key: string; readonly info: NetworkInfo } | null = $state.raw(null);
	picture: (InputPicture & { readonly key: string }) | null = $state.raw(null);
	run: Run | null = $state.raw(null);
	maps: ShownMaps | null = $state.raw(null);
	/** Layers of which one map is shown small; null: those that leave a block. */
	wantedSmall: readonly string[] | null = null;
	/** One map for each layer of which one was read, by its name. */
	smallMaps: ReadonlyMap<string, SmallMap> = $state.raw(new Map());
	/** Every map of a run, painted. */
	overview: { readonly run: string; readonly maps: Overview } | null = $state.raw(null);
	/** Logits of the runs on the present network and picture, by key. */
	logits: ReadonlyMap<string, Float32Array> = $state.raw(new Map());

	/** @param tell hears what is being done, at the start of each step */
	constructor(tell: (activity: Activity) => void) {
		this.#tell = tell;
	}

	/** After the engine was lost: nothing is loaded there any more; what is shown stays. */
	forget(): void {
		this.backend = null;
		this.network = null;
		this.inEngine = null;
	}

	/** Folded against training-time, once both have run on one network and picture. */
	agreement(choices: Choices): Agreement | null {
		const reference = this.logits.get(runKey(choices, 'training-time'));
		const folded = this.logits.get(runKey(choices, 'folded'));
		return reference && folded ? compareLogits(reference, folded) : null;
	}

	/** The same choices with the one form that the loaded network can give. */
	availableForm(choices: Choices): Choices {
		const form: ShownForm = choices.form === 'folded' ? 'training-time' : 'folded';
		return { ...choices, form };
	}

	/**
	 * Takes one step; rejects as its source does, and then nothing here has changed.
	 * @param isWanted asked when the answer is there; one that came too late is not shown
	 */
	async take(
		step: Step,
		sources: Sources,
		choices: Choices,
		isWanted: () => boolean
	): Promise<void> {
		const { engine } = sources;
		switch (step) {
			case 'start':
				this.#tell({ kind: 'starting' });
				this.report = await engine.start(choices.backend);
				this.backend = choices.backend;
				return;
			case 'load':
				return this.#load(sources, choices);
			case 'prepare':
				return this.#prepare(sources, choices, isWanted);
			case 'run':
				return this.#run(engine, choices, isWanted);
			case 'read maps':
				return this.#readMaps(engine, choices, isWanted);
		}
	}

	/**
	 * Takes small maps over from a frame.
	 * @param current whether they are those of the present run; otherwise they are read once more
	 */
	keepSmallMaps(maps: ReadonlyMap<string, SmallMap>, current: boolean): void {
		this.smallMaps = new Map([...this.smallMaps, ...maps]);
		if (current) for (const name of maps.keys()) this.#smallRead.add(name);
	}

	/** The layers of which one map is shown small, as far as the present run has them. */
	get smallLayers(): readonly string[] {
		const { run, wantedSmall } = this;
		if (!run) return [];
		if (!wantedSmall) return smallMapLayers(run.form);
		const names = new Set(run.form.layers.map(({ name }) => name));
		return wantedSmall.filter((name) => names.has(name));
	}

	/** Reads one map for the next such layer that has none from this run; false when all have one. */
	async readSmallMap(engine: Engine): Promise<boolean> {
		const { run } = this;
		const output = this.smallLayers.find((name) => !this.#smallRead.has(name));
		if (output === undefined || this.inEngine !== run?.key) return false;
		const map = busiestMap(await engine.maps(output));
		if (this.run !== run) return true;
		this.#smallRead.add(output);
		this.smallMaps = new Map([...this.smallMaps, [output, map]]);
		return true;
	}

	/** Has every map of the present run painted; false when that is there. */
	async readOverview(engine: Engine): Promise<boolean> {
		const { run } = this;
		if (!run || this.overview?.run === run.key || this.inEngine !== run.key) return false;
		const maps = await engine.overview();
		if (this.run === run) this.overview = { run: run.key, maps };
		return true;
	}

	async #load(sources: Sources, { model }: Choices): Promise<void> {
		const info = await loadNetwork(model, sources, (name, done) =>
			this.#tell({ kind: 'loading', name, done })
		);
		this.network = { key: modelKey(model), info };
		this.inEngine = null;
	}

	async #prepare(
		{ engine, drawer }: Sources,
		choices: Choices,
		isWanted: () => boolean
	): Promise<void> {
		const { info } = this.network!;
		this.#tell({ kind: 'preparing' });
		const picture = await prepareInput(choices.picture, info.inputShape, engine, drawer);
		if (isWanted()) this.picture = { ...picture, key: preparedKey(choices, info) };
	}

	async #run(engine: Engine, choices: Choices, isWanted: () => boolean): Promise<void> {
		const { info: network, key: networkKey } = this.network!;
		const picture = this.picture!;
		const form = formInfoFor(network, choices.form, inputShape(picture));
		this.#tell({ kind: 'running' });
		const result = await engine.run(picture.input, choices.form);
		const key = runKey(choices);
		this.report = result.report;
		this.inEngine = key;
		if (!isWanted()) return;
		const sameNetwork = this.run?.network === network;
		this.run = { key, choices, network, networkKey, picture, form, result };
		this.#smallRead.clear();
		if (!sameNetwork) this.smallMaps = new Map();
		const others = [runKey(choices, 'training-time'), runKey(choices, 'folded')];
		const kept = [...this.logits].filter(([other]) => others.includes(other));
		this.logits = new Map([...kept, [key, result.logits]]);
	}

	async #readMaps(engine: Engine, choices: Choices, isWanted: () => boolean): Promise<void> {
		const { key, form } = this.run!;
		const layer = resolveLayer(choices.layer, form.layers);
		const tensor = await engine.maps(layer);
		if (isWanted()) this.maps = { run: key, layer, tensor };
	}
}

/** [channels, rows, columns] of a prepared picture. */
export function inputShape({ input }: Pick<InputPicture, 'input'>): [number, number, number] {
	const [, channels = 0, rows = 0, columns = 0] = input.shape;
	return [channels, rows, columns];
}

/** The layers that leave a block as maps; the head's are single numbers. */
function smallMapLayers(form: FormInfo): string[] {
	return groupLayers(form.layers)
		.filter(({ kind }) => kind !== 'head')
		.map(({ output }) => output.name);
}
