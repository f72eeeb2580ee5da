/**
 * A whole RepGhostNet or GhostNet at any width, as costs: stem, blocks, tail and the sum of all, for a
 * picture of 224 × 224. Conventions as in `counts.ts`.
 */
import { createArchitecture, type Family } from '#lib/core/network/architecture.ts';
import { countGraph, sumCosts, type Cost } from './counts.ts';
import type { Form, Graph } from '#lib/core/graph.ts';
import { moduleJoins } from './join-traffic.ts';
import { buildNetwork } from '#lib/core/network/network.ts';

/** Side of the pictures, as in the papers. */
const PICTURE_SIDE = 224;

/** `stem`, `1` to `16`, `last` (the 1×1 convolution before the pooling), `head`. */
export type NetworkBlockId = 'stem' | 'last' | 'head' | `${number}`;

interface NetworkBlock extends Cost {
	readonly id: NetworkBlockId;
	/** Bytes that concatenations and additions inside modules read and write. */
	readonly joinBytes: number;
}

export interface NetworkCost extends Omit<NetworkBlock, 'id'> {
	/** In running order. */
	readonly blocks: readonly NetworkBlock[];
	/** Largest sum of activations alive at one time. */
	readonly peakActivationBytes: number;
	/** Operations that run. */
	readonly operations: number;
}

/** Counts every operation of a network in one form. */
export function countNetwork(family: Family, width: number, form: Form): NetworkCost {
	const graph = buildNetwork(createArchitecture(family, { width }), form);
	const input = [1, graph.inputChannels, PICTURE_SIDE, PICTURE_SIDE] as const;
	const { nodes, peakActivationBytes } = countGraph(graph, input);
	const joins = new Map(moduleJoins(graph, PICTURE_SIDE).map(({ name, bytes }) => [name, bytes]));
	const blocks = namedBlocks(graph).map(({ id, names }) => ({
		id,
		...sumCosts(names.map((name) => nodes.get(name)!)),
		joinBytes: names.reduce((sum, name) => sum + (joins.get(name) ?? 0), 0)
	}));
	return {
		...sumCosts(blocks),
		blocks,
		joinBytes: blocks.reduce((sum, { joinBytes }) => sum + joinBytes, 0),
		peakActivationBytes,
		operations: graph.nodes.filter(({ operation }) => operation.kind !== 'dropout').length
	};
}

/** The nodes of a network by block, in running order. */
export function namedBlocks(graph: Graph): { id: NetworkBlockId; names: readonly string[] }[] {
	const groups = new Map<string, string[]>();
	for (const { name } of graph.nodes) {
		const prefix = prefixOf(name);
		groups.set(prefix, [...(groups.get(prefix) ?? []), name]);
	}
	const prefixes = [...groups.keys()];
	const last = prefixes.findLast((prefix) => prefix.startsWith('blocks.'));
	return [...groups].map(([prefix, names], index) => {
		if (prefix === 'stem' || prefix === 'head') return { id: prefix, names };
		return { id: prefix === last ? 'last' : `${index}`, names };
	});
}

function prefixOf(node: string): string {
	const block = /^blocks\.\d+\.\d+/.exec(node)?.[0];
	return block ?? (['conv_stem', 'bn1', 'act1'].includes(node) ? 'stem' : 'head');
}
