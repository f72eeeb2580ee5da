/** One channel of every tensor of a module, coloured on two scales that all of them share. */
import { mapShape, mapValues } from '#lib/core/maps/map-statistics.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import { colourScale, type ColourScale } from '#lib/scene/colour-scale.ts';
import type { WireMap } from '#lib/scene/module-drawing-map.ts';

/** For maps with negative values and for those without; null where there are none. */
export interface SharedScales {
	readonly signed: ColourScale | null;
	readonly unsigned: ColourScale | null;
}

/** The scales that hold all values of some tensors. */
export function shareScales(tensors: Iterable<Tensor>): SharedScales {
	let signed = 0;
	let unsigned = 0;
	for (const { data } of tensors) {
		const { low, high } = extent(data);
		if (low < 0) signed = Math.max(signed, -low, high);
		else unsigned = Math.max(unsigned, high);
	}
	return {
		signed: signed > 0 ? colourScale(-signed, signed) : null,
		unsigned: unsigned > 0 ? colourScale(0, unsigned) : null
	};
}

/** The scale of the two that a tensor belongs to. */
function scaleFor({ data }: Tensor, { signed, unsigned }: SharedScales): ColourScale {
	const { low, high } = extent(data);
	return (low < 0 ? signed : unsigned) ?? colourScale(low, high);
}

/** One channel of a tensor as a small picture. */
export function channelMap(tensor: Tensor, channel: number, scales: SharedScales): WireMap {
	const { rows, columns } = mapShape(tensor);
	return {
		rows,
		columns,
		values: mapValues(tensor, channel),
		scale: scaleFor(tensor, scales)
	};
}

/** The same channel of every tensor, by name; a tensor with fewer channels shows its first. */
export function wireMaps(
	tensors: ReadonlyMap<string, Tensor>,
	channel: number,
	scales: SharedScales
): ReadonlyMap<string, WireMap> {
	const maps = new Map<string, WireMap>();
	for (const [name, tensor] of tensors) {
		const shown = channel < mapShape(tensor).channels ? channel : 0;
		maps.set(name, channelMap(tensor, shown, scales));
	}
	return maps;
}

function extent(data: Float32Array): { low: number; high: number } {
	let low = Infinity;
	let high = -Infinity;
	for (const value of data) {
		if (value < low) low = value;
		if (value > high) high = value;
	}
	return { low, high };
}
