/** The maps of the figure as they are drawn: channel by channel, with the scales they share. */
import { mapShape, mapValues } from '#lib/core/maps/map-statistics.ts';
import { colourScale, type ColourScale } from '#lib/scene/colour-scale.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import type { InputChange, KernelRun } from './kernel-run.ts';

export interface MapView {
	readonly rows: number;
	readonly columns: number;
	/** [rows, columns]. */
	readonly values: Float32Array;
	readonly scale: ColourScale;
}

/** Input, output and their difference of one channel. */
interface ChannelView {
	readonly channel: number;
	readonly input: MapView;
	readonly output: MapView;
	/** Null where the output has another size. */
	readonly change: MapView | null;
}

export interface FigureView {
	readonly channels: readonly ChannelView[];
	/** Of inputs and outputs. */
	readonly scale: ColourScale;
	readonly changeScale: ColourScale | null;
}

function rangeOf(tensors: readonly Tensor[]): [low: number, high: number] {
	let [low, high] = [0, 0];
	for (const { data } of tensors) {
		for (const value of data) {
			if (value < low) low = value;
			if (value > high) high = value;
		}
	}
	return [low, high];
}

export function viewOf({ input, output }: KernelRun, change: InputChange | null): FigureView {
	const scale = colourScale(...rangeOf([input, output]));
	const changeScale = change && colourScale(-change.largest, change.largest, true);
	const channels = Array.from({ length: input.shape[1]! }, (_, channel) => ({
		channel,
		input: mapView(input, channel, scale),
		output: mapView(output, channel, scale),
		change: change && changeScale ? mapView(change.values, channel, changeScale) : null
	}));
	return { channels, scale, changeScale };
}

function mapView(maps: Tensor, channel: number, scale: ColourScale): MapView {
	return { ...mapShape(maps), values: mapValues(maps, channel), scale };
}
