/**
 * How far apart the layers of two runs are, as dots over a scale of powers of ten; an exact zero, which
 * such a scale does not have, stands on a line of its own at the foot. D3 computes, figures draw.
 */
import { line, scaleLinear, scaleLog, curveStepAfter } from 'd3';

export interface PlottedLayer {
	readonly difference: number;
	readonly tolerance: number;
}

interface LayerPlot {
	readonly width: number;
	readonly height: number;
	/** One for each layer, in their order; null where the difference is no finite number. */
	readonly dots: readonly ({ readonly x: number; readonly y: number } | null)[];
	/** Powers of ten, from the top. */
	readonly ticks: readonly { readonly at: number; readonly exponent: number }[];
	/** Where an exact zero stands. */
	readonly zero: number;
	/** The tolerance of each layer as steps; '' without layers. */
	readonly tolerance: string;
	/** How high that of each layer is. */
	readonly tolerances: readonly number[];
}

/** Rows of the plot under the power of ten that is its foot. */
const ZERO_GAP = 22;
/** At most so many powers of ten are written. */
const MOST_TICKS = 7;

/**
 * Places layers in a box of the given size.
 * @param withTolerance whether the tolerances are on view, so that the scale holds them
 */
export function plotLayers(
	layers: readonly PlottedLayer[],
	{ width, height, withTolerance }: { width: number; height: number; withTolerance: boolean }
): LayerPlot {
	const shown = layers.flatMap(({ difference, tolerance }) =>
		[difference, ...(withTolerance ? [tolerance] : [])].filter(
			(value) => Number.isFinite(value) && value > 0
		)
	);
	const least = Math.floor(Math.log10(Math.min(...shown, 1)));
	const most = Math.max(Math.ceil(Math.log10(Math.max(...shown, 10 ** least))), least + 1);
	const foot = height - ZERO_GAP;
	const up = scaleLog([10 ** least, 10 ** most], [foot, 0]);
	const across = scaleLinear([-0.5, Math.max(layers.length, 1) - 0.5], [0, width]);
	const step = Math.ceil((most - least + 1) / MOST_TICKS);
	const exponents = Array.from({ length: most - least + 1 }, (_, index) => most - index);
	const path = line<number>()
		.x((_, index) => across(index - 0.5))
		.y((value) => up(value))
		.curve(curveStepAfter);
	const tolerances = layers.map(({ tolerance }) => (tolerance > 0 ? tolerance : 10 ** least));
	const last = tolerances.at(-1);
	return {
		width,
		height,
		dots: layers.map(({ difference }, index) =>
			Number.isFinite(difference)
				? { x: across(index), y: difference === 0 ? height : up(difference) }
				: null
		),
		ticks: exponents
			.filter((exponent) => (most - exponent) % step === 0)
			.map((exponent) => ({ at: up(10 ** exponent), exponent })),
		zero: height,
		tolerance: last === undefined ? '' : (path([...tolerances, last]) ?? ''),
		tolerances: tolerances.map((value) => up(value))
	};
}
