/** Times as dots in strips that share an axis from 0: across the time, downwards the rounds. */
import { scaleLinear } from 'd3';
import { medianInterval, quantileOf } from '#lib/measure/median-interval.ts';

export interface TimedRow {
	readonly name: string;
	readonly note: string;
	/** Milliseconds, by round. */
	readonly times: number[];
}

export interface Strip {
	readonly name: string;
	readonly note: string;
	/** Dots in a box of 100 × 100, each a line of no length with round ends. */
	readonly dots: string;
	/** In percent from the left; null before the first round. */
	readonly median: number | null;
	/** In percent from the left; null where there are too few rounds. */
	readonly interval: { readonly low: number; readonly high: number } | null;
	/** How many times lie beyond the right edge. */
	readonly beyond: number;
	readonly texts: StripTexts | null;
}

/** In the plot's unit, all with the same number of digits behind the point. */
interface StripTexts {
	readonly median: string;
	readonly interval: { readonly low: string; readonly high: string } | null;
	readonly fastest: string;
	readonly slowest: string;
}

export interface TimingPlot {
	readonly unit: 'milliseconds' | 'microseconds';
	readonly strips: readonly Strip[];
	/** In percent from the left. */
	readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/** What an empty plot shows, in milliseconds. */
const EMPTY_DOMAIN = 1;
/** The axis ends where this share of each thing's times is in sight: one long pause must not flatten all. */
const IN_SIGHT = 0.9;
const ROOM = 1.15;
const TICKS = 4;
const INTERVAL_RISK = 0.05;
/** Below this many milliseconds at the right edge the plot is in microseconds. */
const MICROSECONDS_BELOW = 0.2;

/** @param rounds how many there are to be */
export function planTimingPlot(rows: readonly TimedRow[], rounds: number): TimingPlot {
	const summaries = rows.map((row) => ({
		...row,
		...medianInterval(row.times, INTERVAL_RISK)
	}));
	const largest = Math.max(
		0,
		...summaries.flatMap(({ times, interval }) =>
			times.length === 0 ? [] : [quantileOf(times, IN_SIGHT), interval?.high ?? 0]
		)
	);
	const end = largest > 0 ? largest * ROOM : EMPTY_DOMAIN;
	const across = scaleLinear([0, end], [0, 100]);
	const isSmall = end < MICROSECONDS_BELOW;
	const factor = isSmall ? 1000 : 1;
	const decimals = Math.max(0, 2 - Math.floor(Math.log10(end * factor)));
	const write = (time: number) => (time * factor).toFixed(decimals);
	const down = scaleLinear([0, Math.max(rounds, 1) - 1 || 1], [6, 94]);
	const inUnit = scaleLinear([0, end * factor], [0, 100]);
	const format = inUnit.tickFormat(TICKS);

	const strips = summaries.map(({ name, note, times, median, interval }): Strip => {
		const dots = times.flatMap((time, round) =>
			time > end ? [] : [`M${hundredths(across(time))} ${hundredths(down(round))}h0`]
		);
		return {
			...{ name, note, dots: dots.join('') },
			median: times.length > 0 ? across(median) : null,
			interval: interval && { low: across(interval.low), high: across(interval.high) },
			beyond: times.length - dots.length,
			texts:
				times.length === 0
					? null
					: {
							median: write(median),
							interval: interval && { low: write(interval.low), high: write(interval.high) },
							fastest: write(Math.min(...times)),
							slowest: write(Math.max(...times))
						}
		};
	});
	const values = largest > 0 ? inUnit.ticks(TICKS) : [];
	return {
		unit: isSmall ? 'microseconds' : 'milliseconds',
		strips,
		ticks: values.map((value) => ({ at: inUnit(value), text: format(value) }))
	};
}

const hundredths = (value: number): number => Number(value.toFixed(2));
