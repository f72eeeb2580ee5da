/** The part of a graph that some of its nodes need, for those who look at a network's beginning only. */
import { INPUT, type Graph } from './graph.ts';

/**
 * The graph without the nodes that none of `wanted` depends on; the last of them in running order is
 * its output. Layers and modules are kept where all of their nodes are.
 * @throws Error when the graph has no node of such a name
 */
export function graphPart(graph: Graph, wanted: readonly string[]): Graph {
	const needed = new Set(wanted);
	for (const name of wanted) {
		if (!graph.nodes.some((node) => node.name === name)) {
			throw new Error(`The network has no operation called "${name}".`);
		}
	}
	for (const node of [...graph.nodes].reverse()) {
		if (needed.has(node.name)) node.inputs.forEach((input) => needed.add(input));
	}
	needed.delete(INPUT);
	const nodes = graph.nodes.filter(({ name }) => needed.has(name));
	const layers = graph.layers.filter((layer) => layer.nodes.every((name) => needed.has(name)));
	const names = new Set(layers.map(({ name }) => name));
	return {
		inputChannels: graph.inputChannels,
		nodes,
		output: nodes.at(-1)?.name ?? INPUT,
		layers,
		modules: graph.modules.filter(({ name }) => names.has(name))
	};
}
