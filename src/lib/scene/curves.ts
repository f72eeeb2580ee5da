/** Curves over epochs as paths in a box of fixed size, with their ticks. D3 computes, figures draw. */
import { line, scaleLinear } from 'd3';

interface Tick {
	readonly at: number;
	readonly text: string;
}

export interface CurvePlot {
	readonly width: number;
	readonly height: number;
	/** One path for each curve, in their order. */
	readonly paths: readonly string[];
	/** From the left, and from the top. */
	readonly epochTicks: readonly Tick[];
	readonly valueTicks: readonly Tick[];
}

const WIDTH = 300;
const HEIGHT = 130;
const EPOCH_TICKS = 4;
const VALUE_TICKS = 3;

/**
 * Places curves in a box of 300 × 130, from 0 at its foot.
 * @param epochs one for each value of every curve, at least one
 * @param most the value at the top; absent: a round number above the largest
 */
export function plotCurves(
	epochs: readonly number[],
	curves: readonly (readonly number[])[],
	most?: number
): CurvePlot {
	const largest = curves.flat().reduce((high, value) => Math.max(high, value), 0) || 1;
	const across = scaleLinear([epochs[0] ?? 0, epochs.at(-1) ?? 1], [0, WIDTH]);
	const up = scaleLinear([0, most ?? largest], [HEIGHT, 0]);
	if (most === undefined) up.nice(VALUE_TICKS);
	const path = line<number>(
		(_, index) => across(epochs[index] ?? 0),
		(value) => up(value)
	);
	const whole = across.ticks(EPOCH_TICKS).filter(Number.isInteger);
	const format = up.tickFormat(VALUE_TICKS);
	return {
		width: WIDTH,
		height: HEIGHT,
		paths: curves.map((curve) => path(curve) ?? ''),
		epochTicks: whole.map((epoch) => ({ at: across(epoch), text: String(epoch) })),
		valueTicks: up.ticks(VALUE_TICKS).map((value) => ({ at: up(value), text: format(value) }))
	};
}
