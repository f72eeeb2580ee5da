/**
 * The last run, kept so that any number of it can be followed: what a number was made of may stand in a
 * node that is no layer, whose maps were not kept. Such maps are computed again from the same picture
 * when they are asked for, and kept until another number is.
 */
import * as tf from '@tensorflow/tfjs-core';
import { followSource } from '#lib/core/follow/follow.ts';
import { nodeOf, type FollowedValue, type GraphSource } from '#lib/core/follow/follow-run.ts';
import { graphPart } from '#lib/core/graph-part.ts';
import { INPUT, type Graph } from '#lib/core/graph.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';
import { toChannelsFirst, uploadMaps, type RawMaps, type Weights } from '#lib/model/layout.ts';
import { readOutputs, runSteps } from './run-network.ts';

interface RunToFollow {
	readonly graph: Graph;
	/** [1, C, H, W]. */
	readonly input: Tensor;
	/** Each layer's value by layer name. */
	readonly layers: ReadonlyMap<string, RawMaps>;
}

interface Backend {
	readonly state: StateDict;
	/** The same tensors on the backend. */
	readonly weights: Weights;
	readonly signal: AbortSignal;
}

export class FollowableRun {
	readonly #run: RunToFollow;
	/** Layers whose value is a node's output, by node. */
	readonly #layerOf: ReadonlyMap<string, string>;
	#others: ReadonlyMap<string, Tensor> = new Map();

	constructor(run: RunToFollow) {
		this.#run = run;
		this.#layerOf = new Map(run.graph.layers.map(({ name, output }) => [output, name]));
	}

	/**
	 * What a number of the run was made of; leaves nothing on the backend, however it ends.
	 * @throws Error when the graph has no such node
	 */
	async follow(source: GraphSource, { state, weights, signal }: Backend): Promise<FollowedValue> {
		const { graph } = this.#run;
		const needed = neededNodes(graph, source);
		const missing = needed.filter((name) => !this.#kept(name));
		const computed = missing.length > 0 ? await this.#compute(missing, weights, signal) : null;
		const maps = new Map(
			needed.map((name) => [name, computed?.get(name) ?? this.#kept(name)!] as const)
		);
		// Only what this number needed: following on may take hundreds of steps.
		this.#others = new Map([...maps].filter(([name]) => name !== INPUT));
		return followSource({ graph, state, maps }, source);
	}

	#kept(node: string): Tensor | null {
		if (node === INPUT) return this.#run.input;
		const known = this.#others.get(node);
		if (known) return known;
		const layer = this.#run.layers.get(this.#layerOf.get(node) ?? '');
		return layer ? toChannelsFirst(layer) : null;
	}

	async #compute(
		nodes: readonly string[],
		weights: Weights,
		signal: AbortSignal
	): Promise<ReadonlyMap<string, Tensor>> {
		const picture = uploadMaps(this.#run.input);
		let outputs: Awaited<ReturnType<typeof runSteps>>['outputs'] = new Map();
		try {
			const part = graphPart(this.#run.graph, nodes);
			outputs = (await runSteps(part, weights, picture, nodes, signal)).outputs;
			const values = await readOutputs(outputs, signal);
			return new Map(nodes.map((name) => [name, toChannelsFirst(values.get(name)!)]));
		} finally {
			tf.dispose([picture, ...outputs.values()]);
		}
	}
}

/** The node itself, and those that it reads. */
function neededNodes(graph: Graph, source: GraphSource): string[] {
	if (source.kind === 'weight') return [];
	if (source.node === INPUT) return [INPUT];
	const { inputs } = nodeOf(graph, source.node);
	return [...new Set([source.node, ...inputs])];
}
