/** The maps of the figure: what a convolution reads, and the largest value. */
import { mapValues } from '#lib/core/maps/map-statistics.ts';
import { inputOf, type FoldSetting } from './fold-setting.ts';

/** The input maps that one output channel reads: its own, or all of them. */
export function readMaps(setting: FoldSetting, channel: number) {
	const input = inputOf(setting);
	const channels =
		setting.convolution === 'depthwise' ? [channel] : [...Array(input.shape[1]).keys()];
	return channels.map((from) => ({ channel: from, values: mapValues(input, from) }));
}

/** The largest size of a value on any of these maps. */
export function largestOf(maps: readonly { readonly values: Float32Array }[]): number {
	return Math.max(...maps.flatMap(({ values }) => [...values].map(Math.abs)));
}
