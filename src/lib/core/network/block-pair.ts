/**
 * The same bottleneck of GhostNet and of RepGhostNet, as the paper sets them side by side (RepGhost,
 * Fig. 4): (a) Ghost, (b) RepGhost while it trains, (c) RepGhost at inference. The graphs of all three,
 * and what each part of them costs.
 */
import { createArchitecture, planBottlenecks, type NamedBottleneck } from './architecture.ts';
import { buildBottleneck } from './bottleneck.ts';
import { countGraph, sumCosts, type Cost } from '#lib/core/cost/counts.ts';
import type { Graph } from '#lib/core/graph.ts';

/** (a), (b) and (c). */
export const PAIR_FORMS = ['ghost', 'training-time', 'folded'] as const;
export type PairForm = (typeof PAIR_FORMS)[number];

export interface BlockPair {
	/** 1 to 16. */
	readonly number: number;
	/** 1 to 5: a block that halves the maps begins one. */
	readonly stage: number;
	readonly ghost: NamedBottleneck;
	readonly repghost: NamedBottleneck;
	/** Rows and columns of the maps that go in, for a picture of 224 × 224. */
	readonly side: number;
}

/** Maps behind the stem, for a picture of 224 × 224. */
const STEM_SIDE = 112;

/** All blocks at one width, in running order. */
export function blockPairs(width: number): BlockPair[] {
	const ghost = planBottlenecks(createArchitecture('ghostnet', { width }));
	const repghost = planBottlenecks(createArchitecture('repghostnet', { width }));
	let side = STEM_SIDE;
	let stage = 1;
	return repghost.map((plan, index) => {
		if (plan.stride > 1) stage += 1;
		const pair = { number: index + 1, stage, ghost: ghost[index]!, repghost: plan, side };
		side = Math.ceil(side / plan.stride);
		return pair;
	});
}

export function pairGraph({ ghost, repghost }: BlockPair, form: PairForm): Graph {
	if (form === 'ghost') return buildBottleneck({ ...ghost, form: 'training-time' });
	return buildBottleneck({ ...repghost, form });
}

/** In running order; 1 and 2 are the two modules. A convolution comes with its batch norm and ReLU. */
export const BLOCK_PARTS = [
	...(['primary1', 'cheap1', 'branch1', 'join1'] as const),
	...(['downsample', 'squeezeExcite'] as const),
	...(['primary2', 'cheap2', 'branch2', 'join2'] as const),
	'shortcut'
] as const;
export type BlockPart = (typeof BLOCK_PARTS)[number];

/** The part to which a node of `buildBottleneck` belongs. */
export function blockPartOf(node: string): BlockPart {
	const [first = '', second = ''] = node.split('.');
	const [, number] = /^ghost([12])$/.exec(first) ?? [];
	if (number === '1' || number === '2') {
		if (second === 'primary_conv') return `primary${number}`;
		if (second === 'cheap_operation') return `cheap${number}`;
		return second === 'fusion_bn' ? `branch${number}` : `join${number}`;
	}
	if (first === 'conv_dw' || first === 'bn_dw') return 'downsample';
	return first === 'se' ? 'squeezeExcite' : 'shortcut';
}

interface BlockCost {
	/** Only the parts that this form has. */
	readonly parts: ReadonlyMap<BlockPart, Cost>;
	readonly total: Cost;
}

/** What a form costs, part by part, on the maps it has in the network. */
export function countBlock(pair: BlockPair, form: PairForm): BlockCost {
	return countBottleneck(pairGraph(pair, form), pair.side);
}

/** What a graph of `buildBottleneck` costs, part by part, on maps of side × side. */
export function countBottleneck(graph: Graph, side: number): BlockCost {
	const { nodes } = countGraph(graph, [1, graph.inputChannels, side, side]);
	const parts = new Map<BlockPart, Cost>();
	for (const part of BLOCK_PARTS) {
		const costs = [...nodes.values()].filter(({ name }) => blockPartOf(name) === part);
		if (costs.length > 0) parts.set(part, sumCosts(costs));
	}
	return { parts, total: sumCosts([...parts.values()]) };
}

/** What (a) costs once its batch norms are folded, as for use; it has no branches to lose. */
export function countFoldedGhost({ ghost, side }: BlockPair): Cost {
	return countBottleneck(buildBottleneck({ ...ghost, form: 'folded' }), side).total;
}
