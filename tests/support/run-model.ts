/** Runs a graph on TensorFlow.js from plain tensors to plain tensors, leaving nothing on the backend. */
import type { Graph } from '#lib/core/graph.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';
import { evaluateGraph } from '#lib/model/evaluate.ts';
import { disposeWeights, downloadMaps, uploadMaps, uploadWeights } from '#lib/model/layout.ts';

/** Outputs by node name: those asked for, and the graph's own. */
export async function runModel(
	graph: Graph,
	state: StateDict,
	input: Tensor,
	keep: Iterable<string> = []
): Promise<Map<string, Tensor>> {
	const weights = uploadWeights(graph, state);
	const maps = uploadMaps(input);
	const kept = evaluateGraph(graph, weights, maps, keep);
	const outputs = new Map<string, Tensor>();
	for (const [name, output] of kept) {
		outputs.set(name, await downloadMaps(output));
		output.dispose();
	}
	maps.dispose();
	disposeWeights(weights);
	return outputs;
}
