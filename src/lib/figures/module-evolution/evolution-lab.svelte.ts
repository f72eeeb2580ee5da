/** Where the reader is among the five drawings, their live maps, and what folding each has shown. */
import type { UnfoldedForm } from '#lib/core/fold/module-evolution-fold.ts';
import { evolutionState } from '#lib/core/fold/module-evolution-weights.ts';
import {
	EVOLUTION,
	EVOLUTION_NODES,
	evolutionGraph,
	type EvolutionForm
} from '#lib/core/fold/module-evolution.ts';
import { mapShape } from '#lib/core/maps/map-statistics.ts';
import { evaluateGraph } from '#lib/core/reference.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';
import { LiveAnswer, type LiveLab } from '#lib/state/live/live-lab.svelte.ts';
import { ModuleRun, type ModuleInput } from '../module-graph/module-run.svelte.ts';
import { MODULE_SEED } from '../module-graph/module-seed.ts';
import { shareScales, type SharedScales } from '../module-graph/wire-maps.ts';
import { findDifference, type FormInput, type FoundDifference } from './fold-form.ts';
import type { Props } from './props.ts';

export class EvolutionLab {
	readonly channels: number;
	readonly run: ModuleRun;
	readonly folding: LiveAnswer<FormInput, FoundDifference>;
	/** Shared by all five drawings, so that a colour means one number throughout. */
	readonly scales: SharedScales;
	readonly #modules: Readonly<Record<EvolutionForm, ModuleInput>>;
	#form: EvolutionForm = $state('ghost');
	#channel = $state(0);
	#found: ReadonlyMap<EvolutionForm, FoundDifference> = $state.raw(new Map());

	/**
	 * @param picture [1, 3, H, W], of which a 1×1 convolution makes x
	 * @param props where to begin, and C; they hold for the lab's life
	 */
	constructor(lab: LiveLab, picture: Tensor, props: () => Props) {
		const { start, channels } = props();
		const state = evolutionState(channels, picture, MODULE_SEED);
		const input = makeInput(state, picture, channels);
		this.channels = channels;
		this.#form = start;
		this.#modules = modulesOf(state, input, channels);
		this.run = new ModuleRun(lab);
		this.scales = shareScales(
			EVOLUTION.flatMap((form) => [...this.run.mapsOf(this.#modules[form]).values()])
		);
		this.folding = new LiveAnswer(lab, async (engine, asked) => {
			const found = await findDifference(engine, asked);
			this.#found = new Map(this.#found).set(found.form, found);
			return found;
		});
	}

	get form(): EvolutionForm {
		return this.#form;
	}

	/** 0 to 4. */
	get position(): number {
		return EVOLUTION.indexOf(this.#form);
	}

	/** The channel shown on the wires. */
	get channel(): number {
		return this.#channel;
	}

	get module(): ModuleInput {
		return this.#modules[this.#form];
	}

	/** By node. */
	get maps(): ReadonlyMap<string, Tensor> {
		return this.run.mapsOf(this.module);
	}

	/** What folding a drawing has shown; null before it was tried. */
	foundFor(form: EvolutionForm): FoundDifference | null {
		return this.#found.get(form) ?? null;
	}

	moduleOf(form: EvolutionForm): ModuleInput {
		return this.#modules[form];
	}

	/** Goes to a drawing by its number, 0 to 4; beyond the ends nothing happens. */
	goTo = (position: number): void => {
		const form = EVOLUTION[position];
		if (form === undefined || form === this.#form) return;
		this.#form = form;
		this.askForMaps();
	};

	askForMaps = (): void => this.run.answer.ask(this.module);

	chooseChannel = (channel: number): void => void (this.#channel = channel);

	/** Folds the drawing shown, whether that is allowed or not. */
	fold = (): void => {
		if (this.#form === 'folded') return;
		const { state, input } = this.module;
		this.folding.ask({ form: this.#form satisfies UnfoldedForm, state, input });
	};
}

/** x: what a 1×1 convolution and ReLU make of the picture. */
function makeInput(state: StateDict, picture: Tensor, channels: number): Tensor {
	const graph = evolutionGraph('add', channels, mapShape(picture).channels);
	const maps = evaluateGraph(graph, state, picture).get(EVOLUTION_NODES.primaryRelu)!;
	return { shape: maps.shape, data: Float32Array.from(maps.data) };
}

function modulesOf(
	state: StateDict,
	input: Tensor,
	channels: number
): Readonly<Record<EvolutionForm, ModuleInput>> {
	const moduleOf = (form: EvolutionForm) => ({
		graph: evolutionGraph(form, channels),
		state,
		input
	});
	return {
		ghost: moduleOf('ghost'),
		add: moduleOf('add'),
		'relu-moved': moduleOf('relu-moved'),
		'training-time': moduleOf('training-time'),
		folded: moduleOf('folded')
	};
}
