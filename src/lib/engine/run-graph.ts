/** Any graph of `core` on live tensors, for the figures of the notebook. */
import * as tf from '@tensorflow/tfjs-core';
import { INPUT } from '#lib/core/graph.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import { evaluateGraph } from '#lib/model/evaluate.ts';
import {
	disposeWeights,
	downloadMaps,
	uploadMaps,
	uploadWeights,
	type Maps
} from '#lib/model/layout.ts';
import { channelMoments } from '#lib/model/operations.ts';
import type { GraphRequest, GraphRun } from './live-protocol.ts';

/** What the caller knows of a run: the backend, and how many there have been. */
type GraphResult = Omit<GraphRun, 'backend' | 'runs'>;

/**
 * Runs a graph and reads back what was asked for; leaves nothing on the backend, however it ends.
 * @throws Error when a weight is missing or has another shape, or the input does not fit
 */
export async function runGraph(request: GraphRequest): Promise<GraphResult> {
	const { graph, state, keep, batchStatistics = false, epsilon } = request;
	const norms = batchStatistics
		? graph.nodes.filter(({ operation }) => operation.kind === 'batch-norm')
		: [];
	const kept = [...keep.filter((name) => name !== INPUT), ...norms.map(({ inputs }) => inputs[0]!)];
	const weights = uploadWeights(graph, state);
	let input: Maps | null = null;
	let outputs = new Map<string, Maps>();
	try {
		input = uploadMaps(request.input);
		const started = performance.now();
		const mode = { batchStatistics, ...(epsilon !== undefined && { epsilon }) };
		outputs = evaluateGraph(
			graph,
			weights,
			input,
			kept.filter((name) => name !== INPUT),
			mode
		);
		const maps = new Map<string, Tensor>();
		for (const name of new Set([graph.output, ...keep])) {
			maps.set(name, name === INPUT ? request.input : await downloadMaps(outputs.get(name)!));
		}
		const milliseconds = performance.now() - started;
		const statistics = new Map<string, { mean: Tensor; variance: Tensor }>();
		for (const { name, inputs } of norms) {
			const source = inputs[0] === INPUT ? input : outputs.get(inputs[0]!)!;
			statistics.set(name, await readMoments(source));
		}
		return { maps, statistics, milliseconds };
	} finally {
		disposeWeights(weights);
		tf.dispose([...(input ? [input] : []), ...outputs.values()]);
	}
}

async function readMoments(maps: Maps): Promise<{ mean: Tensor; variance: Tensor }> {
	const { mean, variance } = tf.tidy(() => channelMoments(maps));
	try {
		return { mean: await readTensor(mean), variance: await readTensor(variance) };
	} finally {
		tf.dispose([mean, variance]);
	}
}

/** A tensor from the backend as it stands there; it stays the caller's. */
export async function readTensor(tensor: tf.Tensor): Promise<Tensor> {
	return { shape: tensor.shape, data: (await tensor.data()) as Float32Array };
}
