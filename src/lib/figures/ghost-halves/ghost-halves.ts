/**
 * A module of the trained Ghost network taken apart: the maps that its primary convolution makes, the
 * ghosts that its cheap operation makes of each of them, and the kernels that do it.
 */
import { batchNormOf, fuseBatchNorm, tensorOf } from '#lib/core/fold/fold.ts';
import { joinName } from '#lib/core/graph.ts';
import { mapShape, mapValues } from '#lib/core/maps/map-statistics.ts';
import { findSimilarMaps } from '#lib/core/maps/similar-maps.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';
import { inputOf, outputOf } from '../similar-maps/early-layers.ts';
import { STILL_NETWORK } from '../similar-maps/still-maps.ts';

export const HALVES_MODULES = ['blocks.0.0.ghost1', 'blocks.0.0.ghost2'] as const;
export type HalvesModule = (typeof HALVES_MODULES)[number];

export const cheapOperation = (module: HalvesModule): string => joinName(module, 'cheap_operation');

/** The nodes whose maps are shown: what goes in, and both halves. */
export function halfNodes(module: HalvesModule): [input: string, primary: string, ghosts: string] {
	return [
		inputOf(STILL_NETWORK, module),
		outputOf(STILL_NETWORK, joinName(module, 'primary_conv')),
		outputOf(STILL_NETWORK, cheapOperation(module))
	];
}

/** A primary map with the ghost that is made of it. */
export interface GhostPair {
	/** From 0. */
	readonly channel: number;
	readonly primary: Float32Array;
	readonly ghost: Float32Array;
	/** Nine taps and a bias, the batch norm behind the convolution folded in. */
	readonly taps: Float32Array;
	readonly bias: number;
	/** Null where one of the two maps is flat. */
	readonly correlation: number | null;
}

export interface GhostHalves {
	readonly module: HalvesModule;
	/** [1, C, H, W] each. */
	readonly input: Tensor;
	readonly primary: Tensor;
	readonly ghosts: Tensor;
	readonly pairs: readonly GhostPair[];
	/** Whether a ReLU stands behind either half. */
	readonly relu: boolean;
}

export function takeApart(
	module: HalvesModule,
	maps: ReadonlyMap<string, Tensor>,
	weights: StateDict
): GhostHalves {
	const [input, primary, ghosts] = halfNodes(module).map((node) => tensorOf(maps, node)) as [
		Tensor,
		Tensor,
		Tensor
	];
	const name = cheapOperation(module);
	const folded = fuseBatchNorm(
		tensorOf(weights, `${name}.0.weight`),
		undefined,
		batchNormOf(weights, `${name}.1`)
	);
	const pairs = Array.from({ length: mapShape(primary).channels }, (_, channel) => {
		const [own, ghost] = [mapValues(primary, channel), mapValues(ghosts, channel)];
		return {
			...{ channel, primary: own, ghost, bias: folded.bias.data[channel]! },
			taps: folded.kernel.data.subarray(channel * 9, channel * 9 + 9),
			correlation: correlate(primary, own, ghost)
		};
	});
	return { module, input, primary, ghosts, pairs, relu: module.endsWith('ghost1') };
}

function correlate({ shape }: Tensor, a: Float32Array, b: Float32Array): number | null {
	const [, , rows = 0, columns = 0] = shape;
	const both = { shape: [1, 2, rows, columns], data: Float32Array.from([...a, ...b]) };
	return findSimilarMaps(both).pairs[0]?.correlation ?? null;
}
