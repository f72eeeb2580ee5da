/** One map that stands for a layer where there is room for no more. */
import { describeMaps, extentOf, mapShape, mapValues } from './map-statistics.ts';
import type { Tensor } from '#lib/core/tensor.ts';

export interface SmallMap {
	readonly rows: number;
	readonly columns: number;
	/** [rows, columns]. */
	readonly values: Float32Array;
	readonly min: number;
	readonly max: number;
}

/**
 * The map whose values differ most from each other, so that there is something to see. Where every map
 * is a single value, as after pooling, all of them together, line by line.
 */
export function busiestMap(maps: Tensor): SmallMap {
	const { channels, rows, columns } = mapShape(maps);
	const statistics = describeMaps(maps);
	if (rows * columns === 1) {
		const lines = linesOf(channels);
		const { min, max } = extentOf(statistics);
		return { rows: lines, columns: channels / lines, values: maps.data.slice(), min, max };
	}
	let best = { channel: 0, spread: -1, min: 0, max: 0 };
	for (const { channel, min, max, mean } of statistics) {
		const values = mapValues(maps, channel);
		let spread = 0;
		for (let index = 0; index < values.length; index++) spread += (values[index]! - mean) ** 2;
		if (spread > best.spread) best = { channel, spread, min, max };
	}
	const values = mapValues(maps, best.channel).slice();
	return { rows, columns, values, min: best.min, max: best.max };
}

/** Into how many equal lines `count` values go, as near to a square as that allows: 128 into 8 of 16. */
function linesOf(count: number): number {
	let lines = Math.floor(Math.sqrt(count));
	while (count % lines !== 0) lines--;
	return lines;
}
