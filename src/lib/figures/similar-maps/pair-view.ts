/** A pair of maps as it is drawn: the two, what comes out and what is left over, on one scale. */
import type { KernelFit } from '#lib/core/maps/fit-kernel.ts';
import { extentOfValues, mapShape, mapValues } from '#lib/core/maps/map-statistics.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import { colourScale, type ColourScale } from '#lib/scene/colour-scale.ts';
import type { Direction } from './similar-maps-lab.svelte.ts';

interface PairView {
	readonly rows: number;
	readonly columns: number;
	/** [rows, columns] each. */
	readonly from: Float32Array;
	readonly to: Float32Array;
	readonly fitted: Float32Array;
	readonly difference: Float32Array;
	/** Of the two maps and of what comes out. */
	readonly scale: ColourScale;
	/** Signed, and as far on both sides as `scale` goes, so that the same colour is the same size. */
	readonly leftScale: ColourScale;
	/** Of taps and bias together. */
	readonly kernelScale: ColourScale;
}

export function viewPair(maps: Tensor, { from, to }: Direction, fit: KernelFit): PairView {
	const { rows, columns } = mapShape(maps);
	const pair = [mapValues(maps, from), mapValues(maps, to)] as const;
	const ends = pair.map(extentOfValues);
	const low = Math.min(...ends.map(({ min }) => min));
	// A fit may reach a little below 0 where no map does; its colours stay those of the maps.
	const high = Math.max(...ends.map(({ max }) => max), extentOfValues(fit.fitted).max);
	const scale = colourScale(low, high);
	const weights = [...fit.taps, fit.bias].map(Math.abs);
	return {
		...{ rows, columns, from: pair[0], to: pair[1] },
		...{ fitted: fit.fitted, difference: fit.difference, scale },
		leftScale: colourScale(-scale.high, scale.high, true),
		kernelScale: colourScale(-Math.max(...weights), Math.max(...weights), true)
	};
}
