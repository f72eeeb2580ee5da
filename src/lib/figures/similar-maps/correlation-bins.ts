/** How many pairs lie where between |r| = 0 and 1, as bars in a box. D3 computes, the figure draws. */
import { bin, max, scaleLinear } from 'd3';
import type { MapPair, SimilarMaps } from '#lib/core/maps/similar-maps.ts';

interface Bar {
	readonly x: number;
	readonly width: number;
	readonly height: number;
}

interface CorrelationPlot {
	readonly width: number;
	readonly height: number;
	readonly bars: readonly Bar[];
	readonly ticks: readonly { readonly x: number; readonly value: number }[];
	/** Where the best of the turned pairs stands, and the chosen pair. */
	readonly turned: number;
	readonly chosen: number | null;
	/** Pairs with |r| above `ALIKE`. */
	readonly above: number;
}

/** From here on two maps count as nearly equal. */
const ALIKE = 0.9;

const WIDTH = 300;
const HEIGHT = 90;
const BINS = 20;

const across = scaleLinear([0, 1], [0, WIDTH]);

export function plotCorrelations(
	{ pairs, turned }: Pick<SimilarMaps, 'pairs' | 'turned'>,
	chosen: MapPair | null
): CorrelationPlot {
	const sizes = pairs.map(({ correlation }) => Math.min(1, Math.abs(correlation)));
	const thresholds = Array.from({ length: BINS - 1 }, (_, index) => (index + 1) / BINS);
	const bins = bin().domain([0, 1]).thresholds(thresholds)(sizes);
	const up = scaleLinear([0, max(bins, (some) => some.length) || 1], [0, HEIGHT]);
	return {
		...{ width: WIDTH, height: HEIGHT },
		bars: bins.map((some) => ({
			x: across(some.x0 ?? 0),
			width: across((some.x1 ?? 0) - (some.x0 ?? 0)),
			height: up(some.length)
		})),
		ticks: [0, 0.5, 0.9, 1].map((value) => ({ x: across(value), value })),
		turned: across(turned),
		chosen: chosen && across(Math.abs(chosen.correlation)),
		above: sizes.filter((size) => size > ALIKE).length
	};
}
