/**
 * A network's forward pass in evaluation mode, step by step, with any intermediate tensor on request.
 *
 * Written as a generator so that one piece of code serves a plain call, a worker that lets messages in
 * between two steps, and a stop half-way: tensors are freed after their last use, and all of them when
 * the generator is ended early.
 */
import * as tf from '@tensorflow/tfjs-core';
import { lastUses } from '#lib/core/cost/counts.ts';
import { INPUT, type Graph, type GraphNode } from '#lib/core/graph.ts';
import type { Maps, Weights } from './layout.ts';
import { runOperation, type BatchNormMode } from './operations.ts';

/** One call of a TensorFlow.js kernel: a node, or a convolution with the ReLU behind it. */
interface Step {
	readonly node: GraphNode;
	/** Set when the ReLU is computed by the convolution's own kernel; its output has this name. */
	readonly relu: GraphNode | null;
	readonly index: number;
}

/** Fuses a convolution with a ReLU that alone reads it, unless its own output is asked for. */
function planSteps(graph: Graph, kept: ReadonlySet<string>): Step[] {
	const readers = new Map<string, GraphNode[]>();
	for (const node of graph.nodes) {
		for (const input of node.inputs) readers.set(input, [...(readers.get(input) ?? []), node]);
	}
	const fused = new Set<GraphNode>();
	const steps: Step[] = [];
	graph.nodes.forEach((node, index) => {
		if (fused.has(node)) return;
		const [reader, ...others] = readers.get(node.name) ?? [];
		const fusible =
			node.operation.kind === 'convolution' &&
			reader?.operation.kind === 'relu' &&
			others.length === 0 &&
			!kept.has(node.name);
		if (fusible) fused.add(reader);
		steps.push({ node, relu: fusible ? reader : null, index });
	});
	return steps;
}

/**
 * Runs one step per `next()` and yields the names of the nodes it computed.
 *
 * @param input [N, H, W, C]; stays the caller's
 * @param keep names of nodes whose outputs are returned, beside the graph's output
 * @param mode how batch norms work; as in evaluation unless it says otherwise
 * @returns the kept outputs by name, the caller's to dispose
 */
export function* evaluateSteps(
	graph: Graph,
	weights: Weights,
	input: Maps,
	keep: Iterable<string> = [],
	mode: BatchNormMode = {}
): Generator<readonly string[], Map<string, Maps>> {
	const kept = new Set(keep);
	const uses = lastUses(graph, kept);
	const live = new Map<string, Maps>([[INPUT, input]]);
	let finished = false;
	try {
		for (const { node, relu, index } of planSteps(graph, kept)) {
			const inputs = node.inputs.map((name) => live.get(name)!);
			const output = tf.tidy(() =>
				runOperation(node, inputs, weights, relu ? 'relu' : 'linear', mode)
			);
			live.set((relu ?? node).name, output);
			for (const [name, maps] of live) {
				if (uses.get(name)! > index) continue;
				live.delete(name);
				if (name !== INPUT) maps.dispose();
			}
			yield relu ? [node.name, relu.name] : [node.name];
		}
		finished = true;
	} finally {
		live.delete(INPUT);
		if (!finished) tf.dispose([...live.values()]);
	}
	return live;
}

/** The whole forward pass at once; see `evaluateSteps`. */
export function evaluateGraph(
	graph: Graph,
	weights: Weights,
	input: Maps,
	keep: Iterable<string> = [],
	mode: BatchNormMode = {}
): Map<string, Maps> {
	const steps = evaluateSteps(graph, weights, input, keep, mode);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
