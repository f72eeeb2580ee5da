/**
 * Weights to start a training from: He initialisation (He et al. 2015, arXiv 1502.01852) with uniform
 * numbers, kernels within ± √(6 / fan), where fan counts the values that enter one output. Batch norms
 * start as the identity, biases at 0.
 */
import { uniformStream } from '#lib/core/network/random-weights.ts';
import type { Graph } from '#lib/core/graph.ts';
import { graphParameters, type ParameterShape } from '#lib/core/network/parameters.ts';
import { sizeOf, type StateDict, type Tensor } from '#lib/core/tensor.ts';

/** The same seed gives the same weights everywhere. */
export function firstWeights(graph: Graph, seed: number): StateDict {
	return new Map(
		[...graphParameters(graph).values()].map((parameter) => [
			parameter.key,
			firstValues(parameter, seed)
		])
	);
}

function firstValues({ key, shape, role }: ParameterShape, seed: number): Tensor {
	const data = new Float32Array(sizeOf(shape));
	const isKernel = shape.length > 1;
	if (isKernel) {
		const fan = sizeOf(shape.slice(1));
		const bound = Math.sqrt(6 / fan);
		const next = uniformStream(key, seed);
		for (let index = 0; index < data.length; index++) data[index] = bound * next();
	} else if (role === 'weight' || role === 'running_var') {
		data.fill(1);
	}
	return { shape, data };
}
