/** A measurement's medians and verdicts. */
import { compareTimes, marginFromControl, type Comparison } from './compare-times.ts';
import type { Experiment, Pair } from './experiment.ts';
import { controlPosition, timesOf, type Measurement } from './measurement.ts';
import { medianInterval, type MedianInterval } from './median-interval.ts';

/** Of the intervals of single medians, which describe and do not judge. */
const INTERVAL_RISK = 0.05;

/** Milliseconds of one run of one thing. */
interface ThingTimes extends MedianInterval {
	/** In the order of the rounds. */
	readonly times: readonly number[];
}

export interface PairComparison extends Pair {
	readonly comparison: Comparison;
}

export interface Summary {
	/** In the order of the things; the control comes last. */
	readonly times: readonly ThingTimes[];
	readonly pairs: readonly PairComparison[];
	/** The thing that was timed twice, against itself. */
	readonly control: Comparison;
	/** Differences up to this share were none. */
	readonly margin: number;
	/** Whether all rounds were taken. Who stops when the numbers please finds differences where none are. */
	readonly complete: boolean;
}

/** The part of a measurement that its summary needs, so that it can be taken while rounds come in. */
export type MeasuredRounds = Pick<
	Measurement,
	'experiment' | 'rounds' | 'repetitions' | 'roundsWanted'
>;

/** Verdicts are null until all rounds are taken. */
export function summarize(measured: MeasuredRounds): Summary {
	const { experiment, rounds, roundsWanted } = measured;
	const complete = rounds.length >= roundsWanted;
	const times = Array.from({ length: controlPosition(experiment) + 1 }, (_, position) =>
		timesOf(measured, position)
	);
	const first = times[experiment.control]!;
	const again = times[controlPosition(experiment)]!;
	const margin = marginFromControl(first, again);
	const compare = (of: number[], against: number[], least: number): Comparison => {
		const options = { comparisons: comparisonsOf(experiment), margin: least };
		const comparison = compareTimes(of, against, options);
		return complete ? comparison : { ...comparison, verdict: null };
	};
	return {
		times: times.map((list) => ({ times: list, ...medianInterval(list, INTERVAL_RISK) })),
		pairs: experiment.pairs.map((pair) => ({
			...pair,
			comparison: compare(times[pair.of]!, times[pair.against]!, margin)
		})),
		control: compare(again, first, 0),
		margin,
		complete
	};
}

/** How many comparisons share the risk of a false alarm: the pairs, and the control. */
function comparisonsOf({ pairs }: Experiment): number {
	return pairs.length + 1;
}
