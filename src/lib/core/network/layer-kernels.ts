/**
 * The weights behind a layer, as a reader looks at them: each convolution with the batch norm that
 * follows it, with the branches that are added to it while the network trains, and with the one
 * convolution of the folded form that does the work of them all.
 */
import {
	joinName,
	type Convolution,
	type Graph,
	type GraphNode,
	type Operation
} from '#lib/core/graph.ts';

/** A batch norm behind a branch that has no kernel of its own. */
interface LoneBranch {
	/** The batch norm; null for a plain identity. */
	readonly norm: string | null;
}

export interface LayerKernel {
	/** The convolution or linear layer. */
	readonly node: string;
	readonly operation: Extract<Operation, { kind: 'convolution' | 'linear' }>;
	/** The batch norm that alone reads it; null where there is none. */
	readonly norm: string | null;
	/** Branches that are added to it, in their order; of a RepGhost module's depthwise convolution. */
	readonly branches: readonly LoneBranch[];
	/** Name of the convolution that takes its place in the folded form; its own where it has no other. */
	readonly folded: string;
}

/** The convolutions and linear layers inside a layer, in running order. */
export function layerKernels(graph: Graph, layer: string): LayerKernel[] {
	const nodes = graph.layers.find(({ name }) => name === layer)?.nodes ?? [];
	const wanted = new Set(nodes);
	return graph.nodes
		.filter(({ name }) => wanted.has(name))
		.flatMap((node) => (isKernel(node.operation) ? [kernelOf(graph, node, node.operation)] : []));
}

/** A layer that is only a batch norm belongs to the depthwise convolution that it is added to. */
export function kernelLayer(graph: Graph, layer: string): string {
	const module = graph.modules.find(({ name }) => layer === branchName(name));
	return module ? cheapName(module.name) : layer;
}

function isKernel(operation: Operation): operation is LayerKernel['operation'] {
	return operation.kind === 'convolution' || operation.kind === 'linear';
}

function kernelOf(
	graph: Graph,
	{ name }: GraphNode,
	operation: LayerKernel['operation']
): LayerKernel {
	const module = graph.modules.find(
		({ name: prefix, family }) => family === 'repghost' && `${cheapName(prefix)}.0` === name
	);
	return {
		node: name,
		operation,
		norm:
			graph.nodes.find(({ inputs, operation: { kind } }) => {
				return kind === 'batch-norm' && inputs[0] === name;
			})?.name ?? null,
		branches: module ? branchesOf(graph, module.name) : [],
		folded: module ? cheapName(module.name) : name
	};
}

function branchesOf(graph: Graph, module: string): LoneBranch[] {
	const has = (node: string): boolean => graph.nodes.some(({ name }) => name === node);
	const norm = `${branchName(module)}.0`;
	return [
		...(has(norm) ? [{ norm }] : []),
		...(has(joinName(module, 'add_identity')) ? [{ norm: null }] : [])
	];
}

const cheapName = (module: string): string => joinName(module, 'cheap_operation');
const branchName = (module: string): string => joinName(module, 'fusion_bn');

/** How a kernel is laid out: a matrix of single taps, one square for each channel, or several planes. */
export function kernelLayout(
	operation: LayerKernel['operation']
): 'matrix' | 'depthwise' | 'planes' {
	if (operation.kind === 'linear' || operation.kernel === 1) return 'matrix';
	return planesOf(operation) === 1 ? 'depthwise' : 'planes';
}

/** Input channels that one kernel of a convolution reads. */
function planesOf({ inChannels, groups }: Convolution): number {
	return inChannels / groups;
}
