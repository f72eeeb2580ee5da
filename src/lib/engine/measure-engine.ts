/** The engine of the lab: takes times on TensorFlow.js. In a worker of its own, with nothing else to do. */
import * as tf from '@tensorflow/tfjs-core';
import { controlPosition, type Conditions, type Round } from '#lib/measure/measurement.ts';
import { selectBackend, type BackendLoaders } from './backends.ts';
import type { MeasureEngine, MeasureProgress, MeasureRequest } from './measure-protocol.ts';
import type { Backend, BackendReport } from './protocol.ts';
import { processorName } from './processor.ts';
import { measureClockStep } from './pulse.ts';
import { chooseRepetitions, leastSample, prepareThings, takeRounds, warmUp } from './take-times.ts';
import { TaskQueue } from './tasks.ts';

/** Rounds are told in bundles this far apart, in milliseconds, since drawing them takes the machine's time. */
const TELL_EVERY = 250;

export class TimingEngine implements MeasureEngine {
	readonly #loaders: BackendLoaders;
	readonly #tasks = new TaskQueue();

	constructor(loaders: BackendLoaders) {
		this.#loaders = loaders;
	}

	start(backend: Backend): Promise<BackendReport> {
		return this.#tasks.run(() => selectBackend(backend, this.#loaders));
	}

	measure(
		request: MeasureRequest,
		onProgress: (progress: MeasureProgress) => void
	): Promise<Conditions> {
		return this.#tasks.run((signal) => measure(request, onProgress, signal));
	}

	async cancel(): Promise<void> {
		this.#tasks.cancel();
	}
}

async function measure(
	{ experiment, rounds, seed }: MeasureRequest,
	onProgress: (progress: MeasureProgress) => void,
	signal: AbortSignal
): Promise<Conditions> {
	onProgress({ stage: 'preparing' });
	const clockStep = measureClockStep();
	const things = prepareThings(experiment, seed);
	try {
		const least = await leastSample(things[0]!, clockStep);
		const milliseconds: number[] = [];
		for (const [index, thing] of things.entries()) {
			onProgress({ stage: 'warming-up', done: index, of: things.length });
			milliseconds.push(await warmUp(thing, least, signal));
		}
		// The control is the same thing, whatever a busy machine made of its warm-up.
		milliseconds[controlPosition(experiment)] = milliseconds[experiment.control]!;
		const conditions: Conditions = {
			backend: tf.getBackend(),
			processor: processorName(),
			clockStep,
			repetitions: chooseRepetitions(milliseconds, least)
		};
		const tell = bundle((bundled) =>
			onProgress({ stage: 'measuring', conditions, rounds: bundled })
		);
		const options = { repetitions: conditions.repetitions, rounds, seed, signal };
		for await (const round of takeRounds(things, options)) tell.add(round);
		tell.flush();
		return conditions;
	} finally {
		for (const thing of things) thing.dispose();
	}
}

function bundle(tell: (rounds: readonly Round[]) => void): {
	readonly add: (round: Round) => void;
	readonly flush: () => void;
} {
	let waiting: Round[] = [];
	let told = -Infinity;
	const flush = (): void => {
		if (waiting.length > 0) tell(waiting);
		waiting = [];
		told = performance.now();
	};
	return {
		add(round) {
			waiting.push(round);
			if (performance.now() - told >= TELL_EVERY) flush();
		},
		flush
	};
}
