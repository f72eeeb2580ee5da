/** The numbers under the reader's hand, with undo and redo, and what TensorFlow.js makes of them. */
import { LiveAnswer, type LiveLab } from '#lib/state/live/live-lab.svelte.ts';
import { History } from '#lib/state/history.svelte.ts';
import { runFold, stillFold, type FoldRun, type LiveFold } from './fold-run.ts';
import {
	startSetting,
	type ChannelKey,
	type ConvolutionKind,
	type FoldSetting
} from './fold-setting.ts';
import type { Props } from './props.ts';

const replaced = (values: readonly number[], at: number, value: number): readonly number[] =>
	values.with(at, value);

export class FoldLab {
	readonly answer: LiveAnswer<FoldSetting, LiveFold>;
	readonly #history: History<FoldSetting>;
	readonly #first: FoldSetting;
	#channel = $state(0);
	/** Null: the one in the middle. */
	#tap: number | null = $state(null);

	/** What TensorFlow.js makes of the present numbers; null until it has, and after a failure. */
	readonly #live = $derived.by(() => {
		const { current, pending, error } = this.answer;
		return pending || error ? null : current;
	});
	/** Of the present numbers, always; plain arithmetic until TensorFlow.js has answered. */
	readonly run: FoldRun = $derived.by(() => this.#live ?? stillFold(this.setting));
	/** The last that was measured, so that the readout does not flicker. */
	readonly measured: FoldRun | null = $derived.by(() =>
		this.answer.error ? null : this.answer.current
	);

	/** @param start read once: what the figure begins with */
	constructor(lab: LiveLab, start: () => Props) {
		const { convolution, numbers, bias } = start();
		this.#first = startSetting(convolution, numbers, bias);
		this.#history = new History(this.#first);
		this.answer = new LiveAnswer(lab, runFold);
	}

	get setting(): FoldSetting {
		return this.#history.current;
	}

	/** The output channel on view, from 0. */
	get channel(): number {
		return Math.min(this.#channel, this.setting.kernel.length - 1);
	}

	/** The followed tap of its kernel, from 0. */
	get tap(): number {
		const last = this.taps.length - 1;
		return Math.min(this.#tap ?? Math.floor(last / 2), last);
	}

	/** W of the channel on view. */
	get taps(): readonly number[] {
		return this.setting.kernel[this.channel]!;
	}

	/** W′ of the channel on view. */
	get foldedTaps(): Float32Array {
		const count = this.taps.length;
		return this.run.folded.kernel.data.subarray(this.channel * count, (this.channel + 1) * count);
	}

	/** Largest size of a tap on view: kernel and folded kernel share one scale. */
	get largestTap(): number {
		return Math.max(...[...this.taps, ...this.foldedTaps].map(Math.abs));
	}

	get canUndo(): boolean {
		return this.#history.undoLabel !== null;
	}

	get canRedo(): boolean {
		return this.#history.redoLabel !== null;
	}

	get changed(): boolean {
		return this.setting !== this.#first;
	}

	/** Folds and runs the present numbers on TensorFlow.js. */
	ask = (): void => this.answer.ask(this.setting);

	showChannel = (channel: number): void => void (this.#channel = channel);

	followTap = (tap: number): void => void (this.#tap = tap);

	/** The other convolution, with the numbers it comes with. */
	choose = (convolution: ConvolutionKind): void => {
		const { numbers, hasBias } = this.setting;
		this.#put('convolution', startSetting(convolution, numbers, hasBias));
		this.#tap = null;
	};

	switchBias = (hasBias: boolean): void => this.#put('bias', { ...this.setting, hasBias });

	editTap = (tap: number, value: number): void => {
		const kernel = this.setting.kernel.with(this.channel, replaced(this.taps, tap, value));
		this.#put('kernel', { ...this.setting, kernel });
	};

	edit = (key: ChannelKey, value: number): void => {
		const values = replaced(this.setting[key], this.channel, value);
		this.#put(key, { ...this.setting, [key]: values });
	};

	undo = (): void => {
		this.#history.undo();
		this.ask();
	};

	redo = (): void => {
		this.#history.redo();
		this.ask();
	};

	reset = (): void => this.#put('reset', this.#first);

	#put(label: string, setting: FoldSetting): void {
		this.#history.push(label, setting);
		this.ask();
	}
}
