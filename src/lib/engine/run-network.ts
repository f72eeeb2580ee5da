/** One forward pass with everything a reader may ask about: maps, statistics and times of each layer. */
import * as tf from '@tensorflow/tfjs-core';
import type { Graph, Layer } from '#lib/core/graph.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import { evaluateSteps } from '#lib/model/evaluate.ts';
import { readMaps, uploadMaps, type Maps, type RawMaps, type Weights } from '#lib/model/layout.ts';
import type { LayerResult } from './protocol.ts';

export interface NetworkRun {
	readonly logits: Float32Array;
	readonly layers: readonly LayerResult[];
	readonly milliseconds: number;
	/** Each layer's value by layer name, in the backend's order: most are never looked at. */
	readonly maps: ReadonlyMap<string, RawMaps>;
}

/** Longest stretch without letting messages in, so that a run can be cancelled. */
const BREATH_EVERY = 40;

export interface RunOptions {
	readonly signal: AbortSignal;
	/** Time each layer; only where kernels run when they are called. */
	readonly timed: boolean;
}

/** Runs `graph` on [1, C, H, W]; leaves nothing on the backend, however it ends. */
export async function runNetwork(
	graph: Graph,
	weights: Weights,
	input: Tensor,
	options: RunOptions
): Promise<NetworkRun> {
	const picture = uploadMaps(input);
	let outputs: ReadonlyMap<string, Maps> = new Map();
	try {
		const kept = graph.layers.map(({ output }) => output);
		const forward = await runSteps(graph, weights, picture, kept, options.signal);
		outputs = forward.outputs;
		const started = performance.now();
		const values = await readOutputs(outputs, options.signal);
		// Where kernels are queued, the pass is over only when its values have arrived.
		const waiting = options.timed ? 0 : performance.now() - started;
		const maps = new Map(graph.layers.map(({ name, output }) => [name, values.get(output)!]));
		return {
			logits: values.get(graph.output)!.data,
			layers: graph.layers.map((layer) => ({
				...summarize(layer.name, maps.get(layer.name)!.data),
				milliseconds: options.timed ? layerTime(layer, forward.times) : null
			})),
			milliseconds: forward.milliseconds + waiting,
			maps
		};
	} finally {
		tf.dispose([picture, ...outputs.values()]);
	}
}

interface Forward {
	/** The kept outputs by node, the caller's to dispose. */
	readonly outputs: Map<string, Maps>;
	/** By node; a ReLU inside a convolution's kernel has none of its own. */
	readonly times: ReadonlyMap<string, number>;
	readonly milliseconds: number;
}

/** Runs all steps and keeps the outputs of the nodes in `kept`, and the graph's own. */
export async function runSteps(
	graph: Graph,
	weights: Weights,
	picture: Maps,
	kept: readonly string[],
	signal: AbortSignal
): Promise<Forward> {
	const steps = evaluateSteps(graph, weights, picture, kept);
	const times = new Map<string, number>();
	let milliseconds = 0;
	let lastBreath = performance.now();
	try {
		for (;;) {
			const started = performance.now();
			const step = steps.next();
			const ended = performance.now();
			milliseconds += ended - started;
			if (step.done) return { outputs: step.value, times, milliseconds };
			times.set(step.value[0]!, ended - started);
			if (ended - lastBreath > BREATH_EVERY) {
				await breathe();
				lastBreath = performance.now();
			}
			signal.throwIfAborted();
		}
	} finally {
		// Ends a generator that was left half-way, which frees its tensors.
		steps.return(new Map());
	}
}

/** Lets waiting messages in, among them a request to cancel. */
function breathe(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * Values as they lie on the backend; the tensors stay the caller's.
 * @param read copies them, or only looks at them
 */
export async function readOutputs(
	outputs: ReadonlyMap<string, Maps>,
	signal: AbortSignal,
	read: (maps: Maps) => Promise<RawMaps> = readMaps
): Promise<Map<string, RawMaps>> {
	const values = new Map<string, RawMaps>();
	for (const [name, maps] of outputs) {
		signal.throwIfAborted();
		values.set(name, await read(maps));
	}
	return values;
}

/** Time of everything inside a layer. */
export function layerTime(layer: Layer, times: ReadonlyMap<string, number>): number {
	return layer.nodes.reduce((sum, name) => sum + (times.get(name) ?? 0), 0);
}

/** Minimum, maximum, mean, population standard deviation and share of zeros. */
export function summarize(name: string, data: Float32Array): Omit<LayerResult, 'milliseconds'> {
	let min = Infinity;
	let max = -Infinity;
	let sum = 0;
	let zeros = 0;
	// By index: an iterator takes several times as long, and this runs for every frame of a moving picture.
	for (let index = 0; index < data.length; index++) {
		const value = data[index]!;
		if (value < min) min = value;
		if (value > max) max = value;
		sum += value;
		if (value === 0) zeros++;
	}
	const mean = sum / data.length;
	let squares = 0;
	for (let index = 0; index < data.length; index++) squares += (data[index]! - mean) ** 2;
	return {
		name,
		min,
		max,
		mean,
		std: Math.sqrt(squares / data.length),
		zeros: zeros / data.length
	};
}
