/** One map that stands for a layer where there is room for no more. */
import { describeMaps, mapShape, mapValues } from './map-statistics.ts';
import type { Tensor } from './tensor.ts';

export interface SmallMap {
	readonly rows: number;
	readonly columns: number;
	/** [rows, columns]. */
	readonly values: Float32Array;
	readonly min: number;
	readonly max: number;
}

/** The map whose values differ most from each other, so that there is something to see. */
export function busiestMap(maps: Tensor): SmallMap {
	const { rows, columns } = mapShape(maps);
	let best = { channel: 0, spread: -1, min: 0, max: 0 };
	for (const { channel, min, max, mean } of describeMaps(maps)) {
		const values = mapValues(maps, channel);
		const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
		if (spread > best.spread) best = { channel, spread, min, max };
	}
	const values = mapValues(maps, best.channel).slice();
	return { rows, columns, values, min: best.min, max: best.max };
}
