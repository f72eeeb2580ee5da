/** An experiment under the reader's hand: its setting, and what came of it on TensorFlow.js. */
import { LiveAnswer, type LiveLab } from '#lib/state/live/live-lab.svelte.ts';
import { runLive, runStill, type Experiment } from './experiment.ts';

interface LiveResult<Setting, Result> {
	readonly setting: Setting;
	readonly result: Result;
	readonly backend: string;
}

export class LiveExperiment<Setting, Result> {
	readonly #experiment: Experiment<Setting, Result>;
	/** For the line that says who computed the numbers. */
	readonly answer: LiveAnswer<Setting, LiveResult<Setting, Result>>;
	readonly #start: () => Setting;
	#setting: Setting = $derived.by(() => this.#start());
	/** The live answer, unless there is none yet or the last request failed. */
	readonly #live = $derived.by(() => (this.answer.error === null ? this.answer.current : null));

	/** What the setting gives: the newest live answer, or the same in plain arithmetic. */
	readonly result: Result = $derived.by(
		() => this.#live?.result ?? runStill(this.#experiment, this.#setting)
	);

	/** The setting that `result` belongs to: the reader's, or the one before while the engine works. */
	readonly asked: Setting = $derived.by(() => this.#live?.setting ?? this.#setting);

	/** @param start what the figure starts with */
	constructor(lab: LiveLab, experiment: Experiment<Setting, Result>, start: () => Setting) {
		this.#experiment = experiment;
		this.#start = start;
		this.answer = new LiveAnswer(lab, async (engine, setting) => ({
			setting,
			...(await runLive(experiment, engine, setting))
		}));
	}

	get setting(): Setting {
		return this.#setting;
	}

	/** The backend that computed `result`; null when it was computed in plain arithmetic. */
	get backend(): string | null {
		return this.#live?.backend ?? null;
	}

	/** Runs the present setting on TensorFlow.js. */
	ask = (): void => this.answer.ask(this.#setting);

	change(part: Partial<Setting>): void {
		this.#setting = { ...this.#setting, ...part };
		this.ask();
	}
}
