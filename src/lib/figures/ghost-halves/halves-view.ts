/** The maps of both halves as pictures, each pair on its own scale, and the kernels between them on one. */
import { extentOfValues, mapShape, mapValues } from '#lib/core/maps/map-statistics.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import { colourScale, type ColourScale } from '#lib/scene/colour-scale.ts';
import { mapImage } from '#lib/scene/map-image.ts';
import type { GhostHalves, GhostPair } from './ghost-halves.ts';

interface PairPictures {
	/** From 0. */
	readonly channel: number;
	readonly primary: string;
	/** Three by three picture elements. */
	readonly kernel: string;
	readonly ghost: string;
}

export interface HalvesView {
	readonly input: readonly string[];
	readonly pairs: readonly PairPictures[];
	/** Of all kernels and biases. */
	readonly kernelScale: ColourScale;
}

/** Taps of a kernel in a line. */
const KERNEL = 3;

export function viewHalves({ input, primary, pairs }: GhostHalves): HalvesView {
	const weights = pairs.flatMap(({ taps, bias }) => [...taps, bias].map(Math.abs));
	const kernelScale = colourScale(-Math.max(...weights), Math.max(...weights), true);
	const { columns } = mapShape(primary);
	return {
		input: drawAll(input),
		pairs: pairs.map((pair) => {
			const scale = pairScale(pair);
			return {
				channel: pair.channel,
				primary: mapImage(pair.primary, columns, scale),
				kernel: mapImage(pair.taps, KERNEL, kernelScale),
				ghost: mapImage(pair.ghost, columns, scale)
			};
		}),
		kernelScale
	};
}

/** The scale that a primary map and its ghost share. */
export function pairScale({ primary, ghost }: GhostPair): ColourScale {
	const ends = [primary, ghost].map(extentOfValues);
	return colourScale(
		Math.min(...ends.map(({ min }) => min)),
		Math.max(...ends.map(({ max }) => max))
	);
}

/** What goes in has a scale of its own: other layers made it. */
function drawAll(maps: Tensor): string[] {
	const { min, max } = extentOfValues(maps.data);
	const { channels, columns } = mapShape(maps);
	const scale = colourScale(min, max);
	return Array.from({ length: channels }, (_, channel) =>
		mapImage(mapValues(maps, channel), columns, scale)
	);
}
