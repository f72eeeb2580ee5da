/** The four numbers under the reader's hand, and what TensorFlow.js makes of them. */
import { evaluateGraph } from '#lib/core/reference.ts';
import { largestDifference } from '#lib/core/tensor.ts';
import type { LiveEngine } from '#lib/engine/live-protocol.ts';
import { LiveAnswer, type LiveLab } from '#lib/state/live/live-lab.svelte.ts';
import {
	BOTH_WAYS,
	lineOf,
	otherSettings,
	SAMPLE_INPUT,
	SAMPLES,
	single,
	weightsOf,
	type Change,
	type Line,
	type Setting
} from './batch-norm-line.ts';

/** The samples sent both ways; `difference` is null where nothing was run on TensorFlow.js. */
export interface SampleRun {
	readonly line: Line;
	/** By the batch norm, and by scale and shift, in the order of `SAMPLES`. */
	readonly norm: readonly number[];
	readonly scaled: readonly number[];
	readonly difference: number | null;
}

/** Folds the batch norm on TensorFlow.js, and sends the samples through it and through its line. */
export async function runBothWays(
	engine: Pick<LiveEngine, 'foldBatchNorm' | 'runGraph'>,
	setting: Setting
): Promise<SampleRun & { readonly backend: string }> {
	const { scale, shift } = await engine.foldBatchNorm({
		kernel: { shape: [1, 1, 1, 1], data: Float32Array.of(1) },
		bias: null,
		gamma: single(setting.gamma),
		beta: single(setting.beta),
		mean: single(setting.mean),
		variance: single(setting.variance)
	});
	const { maps, backend } = await engine.runGraph({
		graph: BOTH_WAYS,
		state: weightsOf(setting, { scale, shift }),
		input: SAMPLE_INPUT,
		keep: ['norm']
	});
	const norm = maps.get('norm')!;
	const scaled = maps.get('line')!;
	return {
		line: { slope: scale.data[0]!, intercept: shift.data[0]! },
		norm: [...norm.data],
		scaled: [...scaled.data],
		difference: largestDifference(norm, scaled),
		backend
	};
}

/** What a page without a script shows: the same in plain arithmetic. */
export function stillRun(setting: Setting): SampleRun {
	const line = lineOf(setting);
	const state = weightsOf(setting, {
		scale: single(line.slope),
		shift: single(line.intercept)
	});
	const values = evaluateGraph(BOTH_WAYS, state, SAMPLE_INPUT);
	return {
		line,
		norm: [...values.get('norm')!.data],
		scaled: [...values.get('line')!.data],
		difference: null
	};
}

export class LineLab {
	readonly #start: () => Setting;
	readonly answer: LiveAnswer<Setting, SampleRun & { readonly backend: string }>;
	#turn = 0;
	#setting: Setting = $derived.by(() => this.#start());
	/** How the button found the present setting; null when the reader set it. */
	change: Change | null = $state(null);

	/** What TensorFlow.js makes of the present setting; null until it has, and after a failure. */
	readonly #live = $derived.by(() => {
		const { current, pending, error } = this.answer;
		return pending || error ? null : current;
	});
	readonly line: Line = $derived.by(() => this.#live?.line ?? lineOf(this.#setting));
	/** The line that the figure starts with. */
	readonly firstLine: Line = $derived.by(() => lineOf(this.#start()));
	readonly others = $derived(otherSettings(this.#setting));
	/** Of the present setting, or while that is being computed of the one before. */
	readonly run: SampleRun = $derived.by(() =>
		this.answer.current && !this.answer.error ? this.answer.current : stillRun(this.#setting)
	);
	readonly backend = $derived.by(() =>
		this.answer.error ? null : (this.answer.current?.backend ?? null)
	);

	constructor(lab: LiveLab, start: () => Setting) {
		this.#start = start;
		this.answer = new LiveAnswer(lab, runBothWays);
	}

	get setting(): Setting {
		return this.#setting;
	}

	get changed(): boolean {
		const start = this.#start();
		return (Object.keys(start) as (keyof Setting)[]).some(
			(key) => start[key] !== this.setting[key]
		);
	}

	/** Runs the present setting on TensorFlow.js. */
	ask = (): void => this.answer.ask(this.setting);

	set(key: keyof Setting, value: number): void {
		this.#put({ ...this.#setting, [key]: value }, null);
	}

	/** Goes to another setting with the same line; each time in another way, where there are several. */
	findOther = (): void => {
		const other = this.others[this.#turn % this.others.length];
		if (!other) return;
		this.#turn += 1;
		this.#put(other.setting, other.change);
	};

	reset = (): void => {
		this.#turn = 0;
		this.#put(this.#start(), null);
	};

	#put(setting: Setting, change: Change | null): void {
		this.#setting = setting;
		this.change = change;
		this.ask();
	}
}

/** The samples with what both ways make of them, for a table. */
export function sampleRows({ norm, scaled }: SampleRun) {
	return SAMPLES.map((x, index) => ({ x, norm: norm[index]!, scaled: scaled[index]! }));
}
