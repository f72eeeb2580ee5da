/** Which block is shown, which of its parts the reader looks at, and its live maps. */
import { PUBLISHED_WIDTHS } from '#lib/core/network/architecture.ts';
import {
	blockPairs,
	PAIR_FORMS,
	type BlockPair,
	type BlockPart,
	type PairForm
} from '#lib/core/network/block-pair.ts';
import { largestDifference, type Tensor } from '#lib/core/tensor.ts';
import type { GraphRun, LiveEngine } from '#lib/engine/live-protocol.ts';
import { LiveAnswer, type LiveLab } from '#lib/state/live/live-lab.svelte.ts';
import { toleranceOf } from '../live/tolerance.ts';
import {
	mapsOfParts,
	partOutputs,
	preparePair,
	runPlainly,
	type PairRun,
	type PartMaps
} from './pair-run.ts';
import type { Props } from './props.ts';

interface Answer {
	readonly of: PairRun;
	readonly maps: PartMaps;
	readonly backend: GraphRun['backend'];
}

/** What folding has changed in the output: (b) against (c). */
interface FoldDifference {
	readonly largest: number;
	readonly tolerance: number;
}

export class BottleneckLab {
	readonly answer: LiveAnswer<PairRun, Answer>;
	readonly #picture: Tensor;
	readonly #props: () => Props;
	#choice: Partial<Props> = $state.raw({});
	#part: BlockPart = $state('shortcut');
	#isUnfolded = $state(false);
	#shown: PairForm = $state('ghost');
	#touched = $state(false);
	#isNear = false;
	/** By width, and by width and block: what was made once stays the same thing. */
	readonly #pairs = new Map<number, readonly BlockPair[]>();
	readonly #runs = new Map<string, PairRun>();
	/** The first block is shown before there is an engine; later ones wait for it. */
	#first: { readonly run: PairRun; readonly maps: PartMaps } | null = null;

	/** @param picture [1, 3, H, W] */
	constructor(lab: LiveLab, picture: Tensor, props: () => Props) {
		this.#picture = picture;
		this.#props = props;
		this.answer = new LiveAnswer(lab, runAll);
	}

	get block(): number {
		return this.#choice.block ?? this.#props().block;
	}

	get width(): Props['width'] {
		return this.#choice.width ?? this.#props().width;
	}

	/** All blocks at this width. */
	get pairs(): readonly BlockPair[] {
		const { width } = this;
		const known = this.#pairs.get(width) ?? blockPairs(width);
		this.#pairs.set(width, known);
		return known;
	}

	get pair(): BlockPair {
		return this.pairs[this.block - 1]!;
	}

	get run(): PairRun {
		const key = `${this.width} ${this.block}`;
		const known = this.#runs.get(key) ?? preparePair(this.pair, this.#picture);
		this.#runs.set(key, known);
		return known;
	}

	get part(): BlockPart {
		return this.#part;
	}

	/** Whether the third drawing stands as it was before it was folded. */
	get isUnfolded(): boolean {
		return this.#isUnfolded;
	}

	/** The one drawing that a narrow screen has room for. */
	get shown(): PairForm {
		return this.#shown;
	}

	/** Null while the engine works on a block that was not shown at first. */
	get maps(): PartMaps | null {
		const { current } = this.answer;
		const { run } = this;
		if (current?.of === run) return current.maps;
		this.#first ??= { run, maps: runPlainly(run) };
		return this.#first.run === run ? this.#first.maps : null;
	}

	get backend(): GraphRun['backend'] | null {
		const { current } = this.answer;
		return current?.of === this.run ? current.backend : null;
	}

	get difference(): FoldDifference | null {
		const before = this.maps?.['training-time'].get('shortcut');
		const after = this.maps?.folded.get('shortcut');
		if (!before || !after) return null;
		return { largest: largestDifference(before, after), tolerance: toleranceOf(before) };
	}

	/** Whether the reader has chosen anything here; what an address asked for stands in it already. */
	get touched(): boolean {
		return this.#touched;
	}

	/** What an address asks for, before or after the figure has come near the screen; null leaves the lesson's choice. */
	restore({
		block,
		width
	}: {
		readonly block: number | null;
		readonly width: number | null;
	}): void {
		const known = PUBLISHED_WIDTHS.repghostnet.find((published) => published === width);
		this.#choice = {
			...(block !== null && { block }),
			...(known !== undefined && { width: known })
		};
		if (this.#isNear) this.askForMaps();
	}

	askForMaps = (): void => {
		this.#isNear = true;
		this.answer.ask(this.run);
	};

	chooseBlock = (block: number): void => this.#choose({ block });

	chooseWidth = (width: Props['width']): void => this.#choose({ width });

	choosePart = (part: BlockPart): void => void (this.#part = part);

	setUnfolded = (isUnfolded: boolean): void => void (this.#isUnfolded = isUnfolded);

	show = (form: PairForm): void => void (this.#shown = form);

	#choose(change: Partial<Props>): void {
		this.#touched = true;
		this.#choice = { ...this.#choice, ...change };
		this.askForMaps();
	}
}

async function runAll(engine: Pick<LiveEngine, 'runGraph'>, of: PairRun): Promise<Answer> {
	let backend: GraphRun['backend'] = 'cpu';
	const runs = new Map<PairForm, ReadonlyMap<BlockPart, Tensor>>();
	for (const form of PAIR_FORMS) {
		const { graph, state } = of.forms[form];
		const keep = [...partOutputs(graph).values()];
		const run = await engine.runGraph({ graph, state, input: of.input, keep });
		backend = run.backend;
		runs.set(form, mapsOfParts(graph, run.maps));
	}
	const mapsOf = (form: PairForm) => runs.get(form) ?? new Map<BlockPart, Tensor>();
	return {
		of,
		backend,
		maps: {
			ghost: mapsOf('ghost'),
			'training-time': mapsOf('training-time'),
			folded: mapsOf('folded')
		}
	};
}
