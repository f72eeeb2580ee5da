/**
 * What a network costs, from shapes alone: parameters, MACs, bytes moved, memory.
 *
 * - Parameters: what `sum(p.numel() for p in model.parameters())` gives in PyTorch, so γ and β of BN
 *   count, running statistics do not.
 * - MACs: multiplications of convolutions and linear layers, biases not counted, for one picture.
 *   The paper's "FLOPs" are these.
 * - Bytes moved: float32 inputs, outputs and weights of each operation that runs, nothing elided.
 * - Memory: the largest sum of activations alive at one time, when each is freed after its last use.
 */
import { INPUT, type Graph, type GraphNode } from '#lib/core/graph.ts';
import { nodeParameters } from '#lib/core/network/parameters.ts';
import { inferShapes, inputShapes, type MapShape } from '#lib/core/shapes.ts';
import { sizeOf } from '#lib/core/tensor.ts';

const BYTES_PER_VALUE = 4;

export interface Cost {
	/** Learned values: convolution and linear weights and biases, γ and β. */
	readonly parameters: number;
	readonly macs: number;
	/** Bytes of inputs and outputs. */
	readonly activationBytes: number;
	/** Bytes of weights, running statistics included, since BN reads them. */
	readonly weightBytes: number;
}

interface NodeCost extends Cost {
	readonly name: string;
	readonly outputShape: MapShape;
}

interface GraphCost extends Cost {
	readonly nodes: ReadonlyMap<string, NodeCost>;
	/** Each layer's sum over the nodes inside it; inner layers are part of outer ones. */
	readonly layers: ReadonlyMap<string, Cost>;
	/** Peak of live activations in bytes. */
	readonly peakActivationBytes: number;
}

/** Bytes read and written in all. */
export function bytesMoved({ activationBytes, weightBytes }: Cost): number {
	return activationBytes + weightBytes;
}

/** Costs of every node, every layer and the whole, for one evaluation of a picture [1, C, H, W]. */
export function countGraph(graph: Graph, input: MapShape): GraphCost {
	const shapes = inferShapes(graph, input);
	const nodes = new Map(graph.nodes.map((node) => [node.name, countNode(node, shapes)] as const));
	const layers = new Map(
		graph.layers.map(
			(layer) => [layer.name, sumCosts(layer.nodes.map((name) => nodes.get(name)!))] as const
		)
	);
	return {
		...sumCosts([...nodes.values()]),
		nodes,
		layers,
		peakActivationBytes: peakActivationBytes(graph, shapes)
	};
}

function countNode(node: GraphNode, shapes: ReadonlyMap<string, MapShape>): NodeCost {
	const outputShape = shapes.get(node.name)!;
	const outputs = sizeOf(outputShape);
	const inputs = inputShapes(node, shapes).reduce((sum, shape) => sum + sizeOf(shape), 0);
	const tensors = nodeParameters(node);
	const learned = tensors.filter(({ role }) => !role.startsWith('running'));
	const values = (list: typeof tensors) => list.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
	// Dropout does nothing at inference: no operation runs.
	const runs = node.operation.kind !== 'dropout';
	return {
		name: node.name,
		outputShape,
		parameters: values(learned),
		macs: countMacs(node, outputs),
		activationBytes: runs ? BYTES_PER_VALUE * (inputs + outputs) : 0,
		weightBytes: BYTES_PER_VALUE * values(tensors)
	};
}

/** Each output of a convolution takes k · k · in / groups multiplications, of a linear layer `in`. */
function countMacs({ operation }: GraphNode, outputs: number): number {
	if (operation.kind === 'linear') return outputs * operation.inFeatures;
	if (operation.kind !== 'convolution') return 0;
	const { inChannels, groups, kernel } = operation;
	return outputs * (inChannels / groups) * kernel * kernel;
}

/** The sum of some costs; of none, zero. */
export function sumCosts(costs: readonly Cost[]): Cost {
	const sum = (of: (cost: Cost) => number) => costs.reduce((total, cost) => total + of(cost), 0);
	return {
		parameters: sum((cost) => cost.parameters),
		macs: sum((cost) => cost.macs),
		activationBytes: sum((cost) => cost.activationBytes),
		weightBytes: sum((cost) => cost.weightBytes)
	};
}

/**
 * For each node, the index of the last node that reads its output; the graph's output, and `kept`
 * names, are never free. Shared by the count of memory and by the run that disposes tensors.
 */
export function lastUses(graph: Graph, kept: ReadonlySet<string> = new Set()): Map<string, number> {
	const uses = new Map<string, number>();
	graph.nodes.forEach((node, index) => {
		if (!uses.has(node.name)) uses.set(node.name, index);
		for (const input of node.inputs) uses.set(input, index);
	});
	for (const name of [graph.output, ...kept]) uses.set(name, Infinity);
	return uses;
}

function peakActivationBytes(graph: Graph, shapes: ReadonlyMap<string, MapShape>): number {
	const uses = lastUses(graph);
	const bytes = (name: string) => BYTES_PER_VALUE * sizeOf(shapes.get(name)!);
	const live = new Set([INPUT]);
	let current = bytes(INPUT);
	let peak = current;
	graph.nodes.forEach((node, index) => {
		live.add(node.name);
		current += bytes(node.name);
		peak = Math.max(peak, current);
		for (const name of live) {
			if (uses.get(name)! <= index) {
				live.delete(name);
				current -= bytes(name);
			}
		}
	});
	return peak;
}
