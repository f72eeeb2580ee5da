/** Maps for examples: no picture, but a slope that shows where left and right are. */
import type { SmallMap } from '#lib/core/maps/small-map.ts';

export function slope(side: number): SmallMap {
	const values = Float32Array.from({ length: side * side }, (_, index) => (index % side) / side);
	return { rows: side, columns: side, values, min: 0, max: 1 };
}
