/** The kernel, its input and the window under the reader's hand; edits of taps can be taken back. */
import type { Picture } from '#lib/pictures/picture.ts';
import type { Place } from '#lib/scene/tensor-grid.ts';
import { clampPlace } from '#lib/scene/tensor-grid.ts';
import { History } from '#lib/state/history.svelte.ts';
import { LiveAnswer, type LiveLab } from '#lib/state/live/live-lab.svelte.ts';
import { NUMBER_INPUTS, pictureInputs, type Inputs } from './inputs.ts';
import {
	changeOf,
	runKernel,
	stillKernel,
	type KernelRequest,
	type KernelRun,
	type LiveKernel
} from './kernel-run.ts';
import {
	KERNELS,
	MIXES,
	nameOfMix,
	nameOfTaps,
	type KernelName,
	type KernelSetting,
	type MixName
} from './kernels.ts';
import type { Props } from './props.ts';
import { outputExtent, outputPlaceOf } from './window.ts';

export type Source = Props['source'];

/** What undo and redo go through. */
type Weights = Pick<KernelSetting, 'taps' | 'mix'>;

function startWeights({ kernel }: Props): Weights {
	const mix = MIXES[kernel === 'identity' ? 'identity' : 'centre'];
	if (typeof kernel !== 'string') return { taps: kernel, mix };
	return { taps: KERNELS[kernel === 'identity' ? 'centre' : kernel], mix };
}

/** In numbers the corner, where the padding shows; in a picture an edge of what is on it. */
function startPlace(source: Source, stride: number): Place {
	return source === 'numbers'
		? { row: 0, column: 0 }
		: outputPlaceOf({ row: 24, column: 28 }, stride);
}

export class KernelLab {
	readonly answer: LiveAnswer<KernelRequest, LiveKernel>;
	readonly #weights: History<Weights>;
	readonly #first: Weights;
	#pictureInputs: Inputs = $state.raw(NUMBER_INPUTS);
	#dense = $state(false);
	#stride: 1 | 2 = $state(1);
	#source: Source = $state('picture');
	/** Of the output; the window's centre follows. */
	#place: Place = $state.raw({ row: 0, column: 0 });
	#tap = $state(4);
	/** The output channel that the window shows. */
	#channel = $state(0);

	readonly setting: KernelSetting = $derived.by(() => ({
		...{ dense: this.#dense, stride: this.#stride },
		...this.#weights.current
	}));
	readonly inputs: Inputs = $derived.by(() =>
		this.#source === 'picture' ? this.#pictureInputs : NUMBER_INPUTS
	);
	readonly request: KernelRequest = $derived.by(() => ({
		setting: this.setting,
		input: this.#dense ? this.inputs.triple : this.inputs.single
	}));
	readonly #still = $derived.by(() => stillKernel(this.request));
	/** Of the present kernel and input; in plain loops until TensorFlow.js has answered. */
	readonly run: KernelRun = $derived.by(() => {
		const { current, pending, error } = this.answer;
		return current && !pending && !error ? current : this.#still;
	});
	readonly change = $derived.by(() => changeOf(this.run));
	/** The named kernel with these taps, '' for one the reader has made. */
	readonly kernelName: KernelName | '' = $derived(nameOfTaps(this.setting.taps) ?? '');
	readonly mixName: MixName | '' = $derived(nameOfMix(this.setting.mix) ?? '');

	/** @param start read once: what the figure begins with */
	constructor(lab: LiveLab, start: () => Props, picture: Picture) {
		const props = start();
		this.#first = startWeights(props);
		this.#weights = new History(this.#first);
		this.#pictureInputs = pictureInputs(picture);
		this.#dense = props.dense;
		this.#stride = props.stride;
		this.#source = props.source;
		this.#place = startPlace(props.source, props.stride);
		this.answer = new LiveAnswer(lab, runKernel);
	}

	get source(): Source {
		return this.#source;
	}

	get tap(): number {
		return this.#tap;
	}

	get channel(): number {
		return this.#dense ? this.#channel : 0;
	}

	/** Rows and columns of the input. */
	get extents() {
		const [rows, columns] = this.request.input.shape.slice(-2) as [number, number];
		return { rows, columns };
	}

	get outputExtents() {
		const { rows, columns } = this.extents;
		return {
			rows: outputExtent(rows, this.#stride),
			columns: outputExtent(columns, this.#stride)
		};
	}

	/** The output value that the window computes. */
	get place(): Place {
		return clampPlace(this.#place, this.outputExtents);
	}

	get canUndo(): boolean {
		return this.#weights.undoLabel !== null;
	}

	get canRedo(): boolean {
		return this.#weights.redoLabel !== null;
	}

	/** Runs the present kernel on TensorFlow.js. */
	ask = (): void => this.answer.ask(this.request);

	moveTo = (place: Place): void => void (this.#place = place);

	followTap = (tap: number): void => void (this.#tap = tap);

	showChannel = (channel: number): void => void (this.#channel = channel);

	chooseKernel = (name: KernelName | ''): void => {
		if (name !== '') this.#put('kernel', { ...this.#weights.current, taps: KERNELS[name] });
	};

	chooseMix = (name: MixName | ''): void => {
		if (name !== '') this.#put('mix', { ...this.#weights.current, mix: MIXES[name] });
	};

	editTap = (tap: number, value: number): void => {
		const { taps, mix } = this.#weights.current;
		this.#put('tap', { mix, taps: taps.with(tap, value) });
	};

	editMix = (output: number, input: number, value: number): void => {
		const { taps, mix } = this.#weights.current;
		this.#put('mix', { taps, mix: mix.with(output, mix[output]!.with(input, value)) });
	};

	switchDense = (dense: boolean): void => {
		this.#dense = dense;
		this.ask();
	};

	switchStride = (isTwo: boolean): void => {
		// The window stays on the input where it was, as nearly as it can.
		const factor = this.#stride / (isTwo ? 2 : 1);
		const { row, column } = this.place;
		this.#place = { row: Math.floor(row * factor), column: Math.floor(column * factor) };
		this.#stride = isTwo ? 2 : 1;
		this.ask();
	};

	chooseSource = (source: Source): void => {
		this.#source = source;
		this.#place = startPlace(source, this.#stride);
		this.ask();
	};

	showPicture(picture: Picture): void {
		this.#pictureInputs = pictureInputs(picture);
		this.ask();
	}

	undo = (): void => {
		this.#weights.undo();
		this.ask();
	};

	redo = (): void => {
		this.#weights.redo();
		this.ask();
	};

	reset = (): void => this.#put('reset', this.#first);

	get changed(): boolean {
		return this.#weights.current !== this.#first;
	}

	#put(label: string, weights: Weights): void {
		this.#weights.push(label, weights);
		this.ask();
	}
}
