/** A recorded series as its file has it, and what the lab makes of a stretch of it. */
import type { Experiment } from '#lib/measure/experiment.ts';
import type { Conditions, Measurement } from '#lib/measure/measurement.ts';
import { roundOrder } from '#lib/measure/round-order.ts';

export interface Recording extends Conditions {
	/** On what it was recorded. */
	readonly origin: string;
	readonly experiment: Experiment;
	/** From which the order in each round follows. */
	readonly seed: number;
	/** One list for each round, by position in the list of things, the control last. */
	readonly microseconds: readonly (readonly number[])[];
	readonly pulses: readonly number[];
}

/** Some of a recording's rounds as a measurement of their own. */
export function cut(recording: Recording, start: number, rounds: number): Measurement {
	const { microseconds, pulses, seed } = recording;
	const { backend, processor, clockStep, repetitions, experiment } = recording;
	return {
		...{ backend, processor, clockStep, repetitions, experiment, seed },
		id: `recorded-${start}`,
		taken: '2026-01-01T00:00:00.000Z',
		roundsWanted: rounds,
		rounds: microseconds.slice(start, start + rounds).map((times, index) => ({
			order: roundOrder(seed, start + index, times.length),
			milliseconds: times.map((time) => time / 1000),
			pulse: pulses[start + index]! / 1000,
			gap: 0
		})),
		machine: { cores: 2, browser: 'recorded under Node' },
		hidden: false
	};
}

/** The same times at the same moments, given to the things by another shuffle. */
export function reshuffle(measurement: Measurement, seed: number): Measurement {
	return {
		...measurement,
		rounds: measurement.rounds.map((round, number) => {
			const order = roundOrder(seed, number, round.order.length);
			const milliseconds = [...round.milliseconds];
			order.forEach((position, place) => {
				milliseconds[position] = round.milliseconds[round.order[place]!]!;
			});
			return { ...round, order, milliseconds };
		})
	};
}
