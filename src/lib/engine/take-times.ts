/** Takes the times of an experiment: warm-up, how often to repeat, then the rounds. */
import type { Experiment } from '#lib/measure/experiment.ts';
import type { Round } from '#lib/measure/measurement.ts';
import { roundOrder } from '#lib/measure/round-order.ts';
import { prepareThing, type MeasuredThing } from './measured-thing.ts';
import { takePulse } from './pulse.ts';

/** What lies between two looks at the clock takes at least this long, in milliseconds, … */
const LEAST_SAMPLE = 5;
/** … so many steps of the clock, … */
const LEAST_STEPS = 50;
/** … and so many times what it costs to wait for a graphics processor that has nothing to do. */
const LEAST_WAITS = 10;
/** Times further apart than this factor are not of one kind. */
const GAP = 2;
const MOST_REPETITIONS = 2000;
/** Runs of each thing before anything counts: code is compiled, caches and clocks of processors settle. */
const WARM_UP_MS = 60;
const WARM_UP_RUNS = 3;
const LONGEST_WARM_UP_MS = 4000;
const WAITS = 5;

/** The things of an experiment on the backend, and the control, a copy of its own, behind them. */
export function prepareThings({ things, control }: Experiment, seed: number): MeasuredThing[] {
	const prepared: MeasuredThing[] = [];
	try {
		for (const thing of [...things, things[control]!]) prepared.push(prepareThing(thing, seed));
		return prepared;
	} catch (error) {
		for (const thing of prepared) thing.dispose();
		throw error;
	}
}

async function timeOf(thing: MeasuredThing, repetitions: number): Promise<number> {
	const started = performance.now();
	await thing.run(repetitions);
	return performance.now() - started;
}

/**
 * How long what lies between two looks at the clock takes at least, in milliseconds: so long that neither
 * the clock's step nor the wait for the backend matters.
 */
export async function leastSample(thing: MeasuredThing, clockStep: number): Promise<number> {
	await thing.run(1);
	let wait = Infinity;
	for (let times = 0; times < WAITS; times++) wait = Math.min(wait, await timeOf(thing, 0));
	return Math.max(LEAST_SAMPLE, LEAST_STEPS * clockStep, LEAST_WAITS * wait);
}

/** Runs a thing until it is warm; returns the milliseconds of one run, at its best. */
export async function warmUp(
	thing: MeasuredThing,
	least: number,
	signal: AbortSignal
): Promise<number> {
	const started = performance.now();
	let best = Infinity;
	let repetitions = 1;
	for (let run = 0; ; run++) {
		signal.throwIfAborted();
		const milliseconds = await timeOf(thing, repetitions);
		// The first run compiles, and is nothing to go by.
		if (run > 0) best = Math.min(best, milliseconds / repetitions);
		const spent = performance.now() - started;
		const isShort = milliseconds < least / 2 && repetitions < MOST_REPETITIONS;
		const isWarm = run + 1 >= WARM_UP_RUNS && spent >= WARM_UP_MS && !isShort;
		if (isWarm || (run > 0 && spent > LONGEST_WARM_UP_MS)) return best;
		if (isShort) repetitions = Math.min(2 * repetitions, MOST_REPETITIONS);
		await breathe();
	}
}

/**
 * How often each thing is run between two looks at the clock. Things of about one time get one number, so
 * that what a look costs, and on a graphics processor it costs much, is the same share of equal things.
 *
 * @param milliseconds of one run of each thing
 * @param least milliseconds of all repetitions together
 */
export function chooseRepetitions(milliseconds: readonly number[], least: number): number[] {
	const order = [...milliseconds.keys()].sort((a, b) => milliseconds[a]! - milliseconds[b]!);
	const repetitions = milliseconds.map(() => 1);
	let group = MOST_REPETITIONS;
	let last = 0;
	for (const position of order) {
		const time = milliseconds[position]!;
		if (time > GAP * last) group = Math.ceil(least / time);
		last = time;
		repetitions[position] = Math.max(1, Math.min(group, MOST_REPETITIONS));
	}
	return repetitions;
}

interface RoundsOptions {
	/** Of each thing. */
	readonly repetitions: readonly number[];
	readonly rounds: number;
	readonly seed: number;
	readonly signal: AbortSignal;
}

/** Yields each round as it is done; ends early, and in between two rounds, when it is stopped. */
export async function* takeRounds(
	things: readonly MeasuredThing[],
	{ repetitions, rounds, seed, signal }: RoundsOptions
): AsyncGenerator<Round> {
	// The pulse's own code is compiled before it counts.
	for (let times = 0; times < WARM_UP_RUNS; times++) takePulse();
	let ended = performance.now();
	for (let number = 0; number < rounds; number++) {
		await breathe();
		if (signal.aborted) return;
		const order = roundOrder(seed, number, things.length);
		const milliseconds = things.map(() => NaN);
		const gap = performance.now() - ended;
		const pulse = takePulse();
		for (const position of order) {
			milliseconds[position] = await timeOf(things[position]!, repetitions[position]!);
			if (signal.aborted) return;
		}
		ended = performance.now();
		yield { order, milliseconds, pulse, gap };
	}
}

/** Lets messages in, such as the reader's wish to stop. */
function breathe(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, 0));
}
