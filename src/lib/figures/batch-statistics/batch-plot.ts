/** The lines of both batches in one plot: what batch norm makes of each x, and of the batch's values. */
import { formatValue } from '#lib/strings/format.ts';
import { linearAxis, plotPath, type Tick } from '../limits/plot.ts';
import {
	BATCHES,
	LEAST,
	MOST,
	PIXEL,
	type BatchesRun,
	type BatchName
} from './batch-statistics.ts';

const MARGIN = 1;
const REACH = 3;
const x = linearAxis(LEAST - MARGIN, MOST + MARGIN);
const y = linearAxis(-REACH, REACH);

const ticks = (values: readonly number[], axis: (value: number) => number): Tick[] =>
	values.map((value) => ({ at: axis(value), text: formatValue(value) }));

export const X_TICKS = ticks([0, 2, 4, 6, 8, 10, 12], x);
export const Y_TICKS = ticks([-3, -2, -1, 0, 1, 2, 3], y);

interface Dot {
	/** In percent, from the left and from the top. */
	readonly left: number;
	readonly top: number;
	readonly isPixel: boolean;
}

interface BatchDrawing {
	readonly name: BatchName;
	readonly path: string;
	/** Values of the batch that lie inside the plot. */
	readonly dots: readonly Dot[];
}

export function drawBatches({ batches }: BatchesRun): BatchDrawing[] {
	return BATCHES.map((name) => {
		const { inputs, outputs, line } = batches[name];
		const ends = [LEAST - MARGIN, MOST + MARGIN].map((at) => ({
			x: at,
			y: line.scale * at + line.shift
		}));
		const dots = inputs.map((value, index) => ({
			left: x(value) * 100,
			top: (1 - y(outputs[index]!)) * 100,
			isPixel: index === PIXEL
		}));
		const inside = dots.filter(({ top }) => top >= 0 && top <= 100);
		return { name, path: plotPath(ends, x, y), dots: inside };
	});
}

/** A line straight down through the pixel. */
export const pixelGuide = (pixel: number): string => `M${x(pixel) * 100} 0V100`;
