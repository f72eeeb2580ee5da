/** Which tensors a network needs: state-dict keys and shapes, from the graph alone. */
import type { Graph, GraphNode } from '#lib/core/graph.ts';

export interface ParameterShape {
	readonly key: string;
	/** PyTorch layout: convolutions [out, in / groups, k, k], linear [out, in], the rest [channels]. */
	readonly shape: readonly number[];
	/**
	 * Running statistics are state, not parameters: training does not learn them by gradient. `scale` and
	 * `shift` are what folding makes of a batch norm's four.
	 */
	readonly role: 'weight' | 'bias' | 'running_mean' | 'running_var' | 'scale' | 'shift';
	/** The node that uses the tensor. */
	readonly node: string;
}

/** The tensors of one node, in state-dict order; most operations have none. */
export function nodeParameters({ name, operation }: GraphNode): ParameterShape[] {
	const parameter = (role: ParameterShape['role'], ...shape: number[]): ParameterShape => ({
		key: `${name}.${role}`,
		shape,
		role,
		node: name
	});
	switch (operation.kind) {
		case 'convolution': {
			const { outChannels, inChannels, groups, kernel } = operation;
			const weight = parameter('weight', outChannels, inChannels / groups, kernel, kernel);
			return operation.bias ? [weight, parameter('bias', outChannels)] : [weight];
		}
		case 'batch-norm':
			return (['weight', 'bias', 'running_mean', 'running_var'] as const).map((role) =>
				parameter(role, operation.channels)
			);
		case 'scale-shift':
			return [parameter('scale', operation.channels), parameter('shift', operation.channels)];
		case 'shift':
			return [parameter('shift', operation.channels)];
		case 'linear':
			return [
				parameter('weight', operation.outFeatures, operation.inFeatures),
				parameter('bias', operation.outFeatures)
			];
		default:
			return [];
	}
}

/** Every tensor of the graph by key, in running order; `num_batches_tracked` is left out. */
export function graphParameters(graph: Graph): Map<string, ParameterShape> {
	return new Map(
		graph.nodes.flatMap(nodeParameters).map((parameter) => [parameter.key, parameter] as const)
	);
}
