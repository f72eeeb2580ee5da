/** One output value taken apart: what the window reads at a place, tap by tap, or channel by channel. */
import type { Tensor } from '#lib/core/tensor.ts';
import type { Place } from '#lib/scene/tensor-grid.ts';
import type { KernelSetting } from './kernels.ts';

export interface Term {
	/** Position of the tap, or of the input channel, from 0. */
	readonly index: number;
	readonly tap: number;
	/** Null where the window hangs over the edge of the map: the padding's zero. */
	readonly value: number | null;
	readonly product: number;
}

/** Where the window's centre stands on the input, for a place of the output. */
export function centreOf({ row, column }: Place, stride: number): Place {
	return { row: row * stride, column: column * stride };
}

/** The place of the output whose window's centre is nearest to one of the input. */
export function outputPlaceOf({ row, column }: Place, stride: number): Place {
	return { row: Math.floor(row / stride), column: Math.floor(column / stride) };
}

/** Rows and columns of the output of a 3 × 3 convolution with padding 1. */
export const outputExtent = (extent: number, stride: number): number =>
	Math.floor((extent - 1) / stride) + 1;

/** The nine products of a depthwise convolution at an output place. */
export function windowTerms({ taps, stride }: KernelSetting, map: Tensor, place: Place): Term[] {
	const [rows, columns] = map.shape.slice(-2) as [number, number];
	const centre = centreOf(place, stride);
	return taps.map((tap, index) => {
		const row = centre.row + Math.floor(index / 3) - 1;
		const column = centre.column + (index % 3) - 1;
		const isInside = row >= 0 && row < rows && column >= 0 && column < columns;
		const value = isInside ? map.data[row * columns + column]! : null;
		return { index, tap, value, product: value === null ? 0 : tap * value };
	});
}

/** The three products of the centres of a dense convolution, for one output channel. */
export function centreTerms(
	{ mix, stride }: KernelSetting,
	maps: Tensor,
	place: Place,
	output: number
): Term[] {
	const [rows, columns] = maps.shape.slice(-2) as [number, number];
	const centre = centreOf(place, stride);
	return mix[output]!.map((tap, index) => {
		const value = maps.data[(index * rows + centre.row) * columns + centre.column]!;
		return { index, tap, value, product: tap * value };
	});
}
