/** What a word and a sentence about feature maps are made from. Maps are [1, channels, rows, columns]. */
import type { Tensor } from '#lib/core/tensor.ts';

export interface MapStatistics {
	/** Position among the layer's maps, from 0. */
	readonly channel: number;
	/** Over finite values; NaN when there are none. */
	readonly min: number;
	readonly max: number;
	readonly mean: number;
	/** Mean of |x|. */
	readonly energy: number;
	/** How many values are NaN or infinite. */
	readonly notFinite: number;
}

export type MapOrder = 'channel' | 'energy';

interface MapShape {
	readonly channels: number;
	readonly rows: number;
	readonly columns: number;
}

/** Throws unless the tensor is [1, C, H, W]. */
export function mapShape({ shape }: Tensor): MapShape {
	const [batch, channels, rows, columns] = shape;
	if (shape.length !== 4 || batch !== 1 || !channels || !rows || !columns) {
		throw new Error(`Feature maps: expected shape [1, C, H, W], found [${shape.join(', ')}].`);
	}
	return { channels, rows, columns };
}

/** The values of one map, [rows, columns], without copying. */
export function mapValues(maps: Tensor, channel: number): Float32Array {
	const { rows, columns } = mapShape(maps);
	return maps.data.subarray(channel * rows * columns, (channel + 1) * rows * columns);
}

/** Maps wherever they lie in memory: value i of map c is `data[c * mapStep + i * valueStep]`. */
export interface LaidMaps {
	readonly data: Float32Array;
	readonly columns: number;
	readonly mapStep: number;
	readonly valueStep: number;
}

/** Maps [1, C, H, W] as they lie, without copying. */
export function laidMaps(maps: Tensor): LaidMaps {
	const { rows, columns } = mapShape(maps);
	return { data: maps.data, columns, mapStep: rows * columns, valueStep: 1 };
}

/** One entry per map, in the order of the channels. */
export function describeMaps(maps: Tensor): MapStatistics[] {
	const { channels } = mapShape(maps);
	return Array.from({ length: channels }, (_, channel) =>
		describeMap(mapValues(maps, channel), channel)
	);
}

/** The same of one map, [rows, columns]. */
export function describeMap(values: Float32Array, channel: number): MapStatistics {
	let min = Infinity;
	let max = -Infinity;
	let sum = 0;
	let absolute = 0;
	let finite = 0;
	// By index: this runs for every value of a moving picture, and an iterator takes several times as long.
	for (let index = 0; index < values.length; index++) {
		const value = values[index]!;
		if (!Number.isFinite(value)) continue;
		finite++;
		if (value < min) min = value;
		if (value > max) max = value;
		sum += value;
		absolute += Math.abs(value);
	}
	const notFinite = values.length - finite;
	if (finite === 0) return { channel, min: NaN, max: NaN, mean: NaN, energy: 0, notFinite };
	return { channel, min, max, mean: sum / finite, energy: absolute / finite, notFinite };
}

/** A copy in the wanted order; of equal energy the lower channel comes first. */
export function orderMaps(statistics: readonly MapStatistics[], by: MapOrder): MapStatistics[] {
	return [...statistics].sort(
		(a, b) => (by === 'energy' ? b.energy - a.energy : 0) || a.channel - b.channel
	);
}

/** Which maps are looked at: all, those with a value other than 0, or those that are 0 everywhere. */
export type MapFilter = 'all' | 'alive' | 'silent';

/** Whether every value is exactly 0. */
function isSilent({ min, max, notFinite }: MapStatistics): boolean {
	return min === 0 && max === 0 && notFinite === 0;
}

/** The maps that a filter lets through, in their order. */
export function filterMaps(
	statistics: readonly MapStatistics[],
	filter: MapFilter
): readonly MapStatistics[] {
	if (filter === 'all') return statistics;
	return statistics.filter((map) => isSilent(map) === (filter === 'silent'));
}

/** Lowest and highest finite value of all maps; 0 and 0 when there is none. */
export function extentOf(statistics: readonly MapStatistics[]): { min: number; max: number } {
	const finite = statistics.filter(({ min }) => !Number.isNaN(min));
	if (finite.length === 0) return { min: 0, max: 0 };
	return {
		min: finite.reduce((low, { min }) => Math.min(low, min), Infinity),
		max: finite.reduce((high, { max }) => Math.max(high, max), -Infinity)
	};
}

/** The same from the values themselves. */
export function extentOfValues(values: Float32Array): { min: number; max: number } {
	let min = Infinity;
	let max = -Infinity;
	for (let index = 0; index < values.length; index++) {
		const value = values[index]!;
		if (value < min) min = value;
		if (value > max) max = value;
	}
	if (min > max) return { min: 0, max: 0 };
	// NaN is neither smaller nor larger; infinities are rare enough to look once more.
	const isWhole = Number.isFinite(min) && Number.isFinite(max);
	return isWhole ? { min, max } : extentOfValues(values.filter(Number.isFinite));
}

export interface Place {
	readonly channel: number;
	readonly row: number;
	readonly column: number;
	readonly value: number;
}

/** Where the highest value stands; the first such place, and null when nothing is finite. */
export function findHighest(maps: Tensor): Place | null {
	const { rows, columns } = mapShape(maps);
	const { data } = maps;
	let best = -1;
	let highest = -Infinity;
	for (let index = 0; index < data.length; index++) {
		const value = data[index]!;
		if ((value > highest || best < 0) && Number.isFinite(value)) {
			best = index;
			highest = value;
		}
	}
	if (best < 0) return null;
	const inMap = best % (rows * columns);
	return {
		channel: Math.floor(best / (rows * columns)),
		row: Math.floor(inMap / columns),
		column: inMap % columns,
		value: maps.data[best]!
	};
}
