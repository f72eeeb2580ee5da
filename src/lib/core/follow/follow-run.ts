/** A run of a graph in which numbers can be followed: where they stand, and how they are read. */
import { single, type Followed, type Term } from './follow-term.ts';
import { tensorOf } from '#lib/core/fold/fold.ts';
import { BATCH_NORM_EPSILON, type Graph, type GraphNode } from '#lib/core/graph.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';

/** Picture of the batch, channel, row, column, each from 0. */
export type MapPlace = readonly [picture: number, channel: number, row: number, column: number];

/** Inside a batch norm: γ / √(σ² + ε), √(σ² + ε), and x − μ. */
export type NormPart = 'scale' | 'deviation' | 'centred';

/** A place in a graph where a number stands. */
export type GraphSource =
	/** Of a node's output, or of the picture under `INPUT`. */
	| { readonly kind: 'value'; readonly node: string; readonly place: MapPlace }
	/** Position in the data of a tensor of the state dict. */
	| { readonly kind: 'weight'; readonly key: string; readonly index: number }
	| {
			readonly kind: 'part';
			readonly node: string;
			readonly part: NormPart;
			readonly place: MapPlace;
	  };

export type PartSource = Extract<GraphSource, { readonly kind: 'part' }>;
export type GraphTerm = Term<GraphSource>;
export type FollowedValue = Followed<GraphSource>;

/** A graph that was run, with every output that shall be followed. */
export interface GraphRunRecord {
	readonly graph: Graph;
	readonly state: StateDict;
	/** By node, [N, C, H, W]; the picture under `INPUT`. */
	readonly maps: ReadonlyMap<string, Tensor>;
	/** Of every batch norm; PyTorch's 1e-5 unless given. */
	readonly epsilon?: number;
}

export function epsilonOf(run: GraphRunRecord): number {
	return run.epsilon ?? BATCH_NORM_EPSILON;
}

/** @throws Error when the graph has no such node */
export function nodeOf(graph: Graph, name: string): GraphNode {
	const node = graph.nodes.find((candidate) => candidate.name === name);
	if (!node) throw new Error(`The graph has no node called "${name}".`);
	return node;
}

/** @throws Error when the run kept no output of that node */
export function mapsOf(run: GraphRunRecord, node: string): Tensor {
	const maps = run.maps.get(node);
	if (!maps) throw new Error(`The run kept no output of "${node}".`);
	return maps;
}

export function valueAt(run: GraphRunRecord, node: string, place: MapPlace): number {
	const { shape, data } = mapsOf(run, node);
	const index = place.reduce((at, position, axis) => at * shape[axis]! + position, 0);
	return data[index] ?? NaN;
}

/** A value of a map as a term of its own. */
export function valueTerm(run: GraphRunRecord, node: string, place: MapPlace): GraphTerm {
	return single(valueAt(run, node, place), { kind: 'value', node, place });
}

/** A weight as a term of its own. */
export function weightTerm(run: GraphRunRecord, key: string, index: number): GraphTerm {
	return single(tensorOf(run.state, key).data[index] ?? NaN, { kind: 'weight', key, index });
}
