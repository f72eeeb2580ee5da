/**
 * Which nodes of a graph training runs as one: a batch norm with the ReLU behind it, and the sum of a
 * batch norm with another, or with maps, and the ReLU behind that. Fewer passes over memory, which is
 * what a training step on one processor mostly waits for.
 */
import type { Graph, GraphNode } from '#lib/core/graph.ts';

/** A node on its own. */
interface SingleStep {
	readonly kind: 'single';
	readonly node: GraphNode;
}

/** relu?( batchNorm + added ), under the name of its last node. */
export interface NormaliseStep {
	readonly kind: 'normalise';
	readonly batchNorm: GraphNode;
	/** A second batch norm, or the name of the maps that are added. */
	readonly added: GraphNode | string | null;
	readonly relu: boolean;
	readonly output: string;
}

export type TrainingStep = SingleStep | NormaliseStep;

/** The node that alone reads another's output, which nobody else needs. */
function soleReaders(graph: Graph): ReadonlyMap<string, GraphNode> {
	const readers = new Map<string, GraphNode[]>();
	for (const node of graph.nodes) {
		for (const input of node.inputs) readers.set(input, [...(readers.get(input) ?? []), node]);
	}
	return new Map(
		[...readers].flatMap(([name, [reader, ...others]]) =>
			reader && others.length === 0 && name !== graph.output ? [[name, reader]] : []
		)
	);
}

/** The steps in running order; a fused step stands where its last input is there. */
export function planTraining(graph: Graph): TrainingStep[] {
	const readers = soleReaders(graph);
	const nodes = new Map(graph.nodes.map((node) => [node.name, node]));
	const fused = new Set<string>();
	const readerOf = (node: GraphNode, kind: 'relu' | 'add') => {
		const reader = readers.get(node.name);
		return reader?.operation.kind === kind ? reader : undefined;
	};
	const normaliseStep = (
		batchNorm: GraphNode,
		added: NormaliseStep['added'],
		last: GraphNode
	): NormaliseStep => {
		const relu = readerOf(last, 'relu');
		if (relu) fused.add(relu.name);
		return { kind: 'normalise', batchNorm, added, relu: !!relu, output: (relu ?? last).name };
	};
	const isAddedBatchNorm = (name: string) => {
		const node = nodes.get(name);
		return node?.operation.kind === 'batch-norm' && readerOf(node, 'add') !== undefined;
	};
	return graph.nodes.flatMap((node): TrainingStep[] => {
		if (fused.has(node.name)) return [];
		if (node.operation.kind === 'batch-norm') {
			return isAddedBatchNorm(node.name) ? [] : [normaliseStep(node, null, node)];
		}
		const [first, second] = node.operation.kind === 'add' ? sortInputs(node) : [];
		if (first === undefined || second === undefined) return [{ kind: 'single', node }];
		const added = isAddedBatchNorm(second) ? nodes.get(second)! : second;
		return [normaliseStep(nodes.get(first)!, added, node)];
	});

	/** The inputs of an addition, a batch norm that only it reads first; none without one. */
	function sortInputs({ inputs }: GraphNode): string[] {
		const [x, y] = inputs as [string, string];
		if (isAddedBatchNorm(x)) return [x, y];
		return isAddedBatchNorm(y) ? [y, x] : [];
	}
}
