/**
 * The beginning of the shipped Ghost network on one sample, in plain loops, from weights that came with
 * the page: what figures show until the engine has answered, and without a script.
 */
import { graphPart } from '#lib/core/graph-part.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { evaluateGraph } from '#lib/core/reference.ts';
import { SHIPPED_NETWORKS } from '#lib/core/network/shipped-networks.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';
import { normalize } from '#lib/pictures/preprocess.ts';
import weights from './ghost-early.weights';
import picture from './red-ball.scene';

export const STILL_NETWORK = 'scenes-ghost';
export const STILL_SAMPLE = 'red-ball';
export const STILL_PICTURE = picture;
export const STILL_WEIGHTS: StateDict = weights;

/** The last node that the weights reach. */
const LAST = 'blocks.0.0.ghost2.concat';

let maps: ReadonlyMap<string, Tensor> | null = null;

/** By node, [1, C, H, W], as far as the end of the first bottleneck's second module. */
export function stillMaps(): ReadonlyMap<string, Tensor> {
	maps ??= runPlainly();
	return maps;
}

function runPlainly(): ReadonlyMap<string, Tensor> {
	const { architecture } = SHIPPED_NETWORKS.find(({ slug }) => slug === STILL_NETWORK)!;
	const graph = graphPart(buildNetwork(architecture, 'training-time'), [LAST]);
	return new Map(
		[...evaluateGraph(graph, weights, normalize(picture))].map(([name, { shape, data }]) => [
			name,
			{ shape, data: Float32Array.from(data) }
		])
	);
}
