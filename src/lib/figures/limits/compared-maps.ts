/** Two tensors of maps beside their difference: the planes of one channel, and what their colours mean. */
import { mapShape, mapValues } from '#lib/core/maps/map-statistics.ts';
import type { Agreement } from '#lib/core/maps/predictions.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import { colourScale, type ColourScale } from '#lib/scene/colour-scale.ts';
import type { Place } from '#lib/scene/tensor-grid.ts';

interface Plane {
	/** [rows, columns]. */
	readonly values: Float32Array;
	readonly rows: number;
	readonly columns: number;
}

/** One channel of a tensor [1, C, rows, columns], counted from 0. */
export function planeOf(maps: Tensor, channel: number): Plane {
	const { rows, columns } = mapShape(maps);
	return { values: mapValues(maps, channel), rows, columns };
}

/** One scale for both tensors and all their channels. */
export function sharedScale(a: Tensor, b: Tensor): ColourScale {
	const values = [...a.data, ...b.data];
	return colourScale(Math.min(...values), Math.max(...values));
}

/** As far as the difference goes; ±1 where it is rounding alone, so that rounding stays white. */
export function differenceScale({ difference, within }: Agreement): ColourScale {
	const reach = within ? 1 : difference;
	return colourScale(-reach, reach, true);
}

/** The place of the largest value of one channel in size. */
export function largestPlace({ values, columns }: Plane): Place {
	let at = 0;
	values.forEach((value, index) => {
		if (Math.abs(value) > Math.abs(values[at]!)) at = index;
	});
	return { row: Math.floor(at / columns), column: at % columns };
}
