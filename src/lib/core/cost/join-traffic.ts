/**
 * What joining two sets of feature maps moves through memory, from shapes alone: an operation that
 * runs on its own reads its inputs and writes its output, float32, nothing elided. A folded module has
 * nothing to join. (The same convention as `counts.ts`.)
 */
import { countGraph } from './counts.ts';
import type { Graph } from '#lib/core/graph.ts';
import { sizeOf } from '#lib/core/tensor.ts';

export const JOINS = ['concat', 'add', 'folded'] as const;

export type Join = (typeof JOINS)[number];

const BYTES_PER_VALUE = 4;

export interface JoinTraffic {
	/** Channels of each of the two inputs, and of what comes out. */
	readonly inputChannels: number;
	readonly outputChannels: number;
	/** Bytes. */
	readonly read: number;
	readonly written: number;
}

/**
 * Two inputs [1, channels, side, side] each.
 *
 * @returns for `folded` the same maps at no cost: the convolution before has written them already
 */
export function joinTraffic(join: Join, channels: number, side: number): JoinTraffic {
	const bytes = channels * side * side * BYTES_PER_VALUE;
	switch (join) {
		case 'concat':
			return {
				...{ inputChannels: channels, outputChannels: 2 * channels },
				...{ read: 2 * bytes, written: 2 * bytes }
			};
		case 'add':
			return {
				...{ inputChannels: channels, outputChannels: channels },
				...{ read: 2 * bytes, written: bytes }
			};
		case 'folded':
			return { inputChannels: channels, outputChannels: channels, read: 0, written: 0 };
	}
}

/** A concatenation or an addition inside a network. */
export interface JoinInNetwork {
	/** Of its node, `blocks.0.0.ghost1.cat`. */
	readonly name: string;
	readonly channels: number;
	readonly side: number;
	/** Values written. */
	readonly values: number;
	/** Bytes read and written. */
	readonly bytes: number;
}

/**
 * All joins of a network's modules in the order in which they run, for one square picture; additions
 * of the shortcuts around whole bottlenecks are none of them.
 *
 * @param side of the picture in pixels
 */
export function moduleJoins(graph: Graph, side: number): JoinInNetwork[] {
	const { nodes } = countGraph(graph, [1, graph.inputChannels, side, side]);
	const prefixes = graph.modules.map(({ name }) => `${name}.`);
	return graph.nodes
		.filter(({ operation }) => operation.kind === 'concat' || operation.kind === 'add')
		.filter(({ name }) => prefixes.some((prefix) => name.startsWith(prefix)))
		.map(({ name }) => {
			const { outputShape, activationBytes } = nodes.get(name)!;
			const [, channels, rows] = outputShape;
			return {
				...{ name, channels, side: rows },
				...{ values: sizeOf(outputShape), bytes: activationBytes }
			};
		});
}
