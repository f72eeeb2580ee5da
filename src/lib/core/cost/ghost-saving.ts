/**
 * What a Ghost module saves against an ordinary convolution from `c` to `n` channels (GhostNet, arXiv
 * 1911.11907, §3.2): the primary convolution makes n/s maps, and s − 1 cheap kernels of d × d make the
 * others from each of them.
 *
 *     r = n c k² / ( (n/s) c k² + (s − 1) (n/s) d² ) = s c k² / ( c k² + (s − 1) d² )
 *
 * It holds for MACs and for the weights of the convolutions alike; batch norms are the same on both
 * sides and are left out. It tends to s where c is large, and is 1 at c = d²/k², whatever s is.
 */

import { countGraph } from './counts.ts';
import { joinName, type Graph } from '#lib/core/graph.ts';
import { sizeOf } from '#lib/core/tensor.ts';

export interface GhostPlan {
	/** Channels that come in. */
	readonly channels: number;
	/** Maps that leave for each map that the primary convolution makes; 2 in GhostNet. */
	readonly ratio: number;
	/** Side of the primary convolution's kernel; 1 in GhostNet. */
	readonly primary: number;
	/** Side of the cheap operation's kernel; 3 in GhostNet. */
	readonly cheap: number;
}

/** Multiplications for one place of one of the n maps, on average: c k² against what Ghost takes. */
export function ghostCosts({ channels, ratio, primary, cheap }: GhostPlan): {
	readonly ordinary: number;
	readonly ghost: number;
} {
	const ordinary = channels * primary ** 2;
	return { ordinary, ghost: (ordinary + (ratio - 1) * cheap ** 2) / ratio };
}

/** How many times cheaper the Ghost module is; below 1 it is dearer. */
export function ghostSaving(plan: GhostPlan): number {
	const { ordinary, ghost } = ghostCosts(plan);
	return ordinary / ghost;
}

/** Channels at which nothing is saved: with fewer, the Ghost module costs more. */
export function breakEvenChannels({
	primary,
	cheap
}: Pick<GhostPlan, 'primary' | 'cheap'>): number {
	return cheap ** 2 / primary ** 2;
}

/**
 * MACs of all Ghost modules of a network, and of the 1 × 1 convolutions that would make the same maps.
 * @param side of the picture in pixels
 */
export function networkCosts(
	graph: Graph,
	side: number
): { readonly modules: number; readonly ordinary: number; readonly ghost: number } {
	const { nodes, layers } = countGraph(graph, [1, graph.inputChannels, side, side]);
	const modules = graph.modules.filter(({ family }) => family === 'ghost');
	let [ordinary, ghost] = [0, 0];
	for (const { name } of modules) {
		const primary = joinName(name, 'primary_conv.0');
		const operation = graph.nodes.find((node) => node.name === primary)?.operation;
		if (operation?.kind !== 'convolution') throw new Error(`${name} has no primary convolution.`);
		const out = nodes.get(joinName(name, 'concat'))!.outputShape;
		ordinary += sizeOf(out) * operation.inChannels;
		ghost += layers.get(name)!.macs;
	}
	return { modules: modules.length, ordinary, ghost };
}
