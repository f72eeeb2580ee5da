/**
 * Whether one thing is faster than another, from times taken in rounds, once each per round.
 *
 * In each round the ratio of the two times is formed, so that what slows the whole round falls out; the
 * median of the ratios has an interval by `median-interval.ts`. Under the shuffle of `round-order.ts` its
 * level is exact for equal things, with no assumption on the noise. Several comparisons share one risk of
 * a false alarm (Bonferroni; O. J. Dunn 1961, J. Am. Stat. Assoc. 56, 52–64).
 *
 * Where in memory a thing lies changes its time by a percent or two without meaning anything (T. Mytkowicz
 * et al., ASPLOS 2009), and no number of rounds averages it away. So a difference counts only where the
 * whole interval lies beyond a margin.
 */
import { medianInterval, medianOf, type MedianInterval } from './median-interval.ts';

/** Chance that of several equal things any is called different. */
const FALSE_ALARM_RISK = 0.05;

/** Smallest difference that is ever called one, as a share. */
export const LEAST_DIFFERENCE = 0.02;

export type Verdict = 'faster' | 'slower' | 'no difference';

/** How long one thing takes, as a multiple of another's time. */
export interface Comparison extends MedianInterval {
	/** Null where there were too few rounds. */
	readonly verdict: Verdict | null;
}

/** Times of one thing, one for each round. */
type Times = readonly number[];

/** The ratio of two times in each round; 1 where the clock saw neither of them. */
export function pairedRatios(of: Times, against: Times): number[] {
	return of.map((time, round) => (time === against[round] ? 1 : time / against[round]!));
}

interface CompareOptions {
	/** How many comparisons share the risk of a false alarm. */
	readonly comparisons: number;
	/** Differences up to this share are none. */
	readonly margin: number;
}

/** Compares two things that were timed in the same rounds. */
export function compareTimes(
	of: Times,
	against: Times,
	{ comparisons, margin }: CompareOptions
): Comparison {
	const ratios = pairedRatios(of, against);
	const summary = medianInterval(ratios, FALSE_ALARM_RISK / comparisons);
	return { ...summary, verdict: judge(summary, margin) };
}

function judge({ interval }: MedianInterval, margin: number): Verdict | null {
	if (interval === null) return null;
	if (interval.high < 1 / (1 + margin)) return 'faster';
	if (interval.low > 1 + margin) return 'slower';
	return 'no difference';
}

/**
 * The margin of a run in which one thing was timed twice: what these two came out apart, and never less
 * than `LEAST_DIFFERENCE`.
 */
export function marginFromControl(first: Times, again: Times): number {
	const ratio = medianOf(pairedRatios(again, first));
	const apart = ratio < 1 ? 1 / ratio - 1 : ratio - 1;
	return Number.isFinite(apart) ? Math.max(LEAST_DIFFERENCE, apart) : LEAST_DIFFERENCE;
}
