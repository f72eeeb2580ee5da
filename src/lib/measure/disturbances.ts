/**
 * What may have disturbed a measurement. Verdicts stand all the same, since the shuffle spreads a
 * disturbance over all things alike; but fewer differences are found, and the milliseconds are not those
 * of a quiet machine.
 */
import type { Measurement } from './measurement.ts';
import { medianOf, quantileOf } from './median-interval.ts';
import { summarize } from './summary.ts';

export type Disturbance =
	/** The page was out of sight: browsers slow such pages down. */
	| 'hidden'
	/** Long moments in which the worker did not run at all. */
	| 'paused'
	/** The machine's own speed went up and down: other programs, or another tab, are at work. */
	| 'loaded'
	/** It was slower at the end than at the beginning, or the other way round. */
	| 'slowed'
	| 'quickened'
	/** The times of a thing spread widely. */
	| 'restless'
	/** The clock's steps are large against what was timed. */
	| 'coarse-clock'
	/** The thing that was timed twice came out different. */
	| 'control';

const PAUSE_MS = 1000;
/** Of the pulse: the slowest tenth against the median. */
const LOADED = 1.5;
/** Of the pulse: the last third against the first. */
const CHANGED = 1.2;
/** Half of a thing's times lie within this share of the median. */
const SPREAD = 0.3;
/** Steps of the clock in what is timed, so that one step is 5 %. */
const STEPS = 20;

/** All that was noticed, the gravest first. */
export function findDisturbances(measurement: Measurement): Disturbance[] {
	const { rounds, hidden } = measurement;
	const pulses = rounds.map(({ pulse }) => pulse);
	const third = Math.ceil(pulses.length / 3);
	const change = medianOf(pulses.slice(-third)) / medianOf(pulses.slice(0, third));
	const { control } = summarize(measurement);
	const noticed: Record<Disturbance, boolean> = {
		hidden,
		control: control.verdict !== null && control.verdict !== 'no difference',
		paused: rounds.some(({ gap }) => gap > PAUSE_MS),
		loaded: quantileOf(pulses, 0.9) > LOADED * medianOf(pulses),
		slowed: change > CHANGED,
		quickened: change < 1 / CHANGED,
		'coarse-clock': isCoarse(measurement),
		restless: isRestless(measurement)
	};
	return (Object.keys(noticed) as Disturbance[]).filter((kind) => noticed[kind]);
}

/** What takes no time by design is left out. */
function timedSamples({ experiment, rounds }: Measurement): number[][] {
	return experiment.things.flatMap((thing, position) =>
		thing.kind === 'join' && thing.join === 'nothing'
			? []
			: [rounds.map(({ milliseconds }) => milliseconds[position]!)]
	);
}

function isCoarse(measurement: Measurement): boolean {
	const least = STEPS * measurement.clockStep;
	return timedSamples(measurement).some((samples) => medianOf(samples) < least);
}

function isRestless(measurement: Measurement): boolean {
	return timedSamples(measurement).some(
		(samples) => quantileOf(samples, 0.75) - quantileOf(samples, 0.25) > SPREAD * medianOf(samples)
	);
}
