/**
 * A request to the live engine answered in plain loops: what a figure shows before the engine is here,
 * without JavaScript, and when the engine fails. Sums in doubles, rounded to float32 at the end.
 */
import { BATCH_NORM_EPSILON, INPUT, type Graph } from '#lib/core/graph.ts';
import { evaluateGraph, type Maps } from '#lib/core/reference.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';
import type { GraphRequest, GraphRun } from '#lib/engine/live-protocol.ts';

/** What a figure reads off a run, whoever ran it. */
export type RunMaps = Pick<GraphRun, 'maps' | 'statistics'>;

type Moments = GraphRun['statistics'] extends ReadonlyMap<string, infer M> ? M : never;

export function runPlain(request: GraphRequest): RunMaps {
	const { graph, input, keep, batchStatistics = false } = request;
	const epsilon = request.epsilon ?? BATCH_NORM_EPSILON;
	const statistics = batchStatistics ? batchMoments(request) : new Map<string, Moments>();
	const outputs = evaluateGraph(
		graph,
		normalisedBy(request.state, graph, statistics, epsilon),
		input
	);
	const names = new Set([graph.output, ...keep]);
	const maps = new Map([...names].map((name) => [name, rounded(outputs.get(name)!)]));
	return { maps, statistics };
}

function rounded({ shape, data }: Maps): Tensor {
	return { shape, data: Float32Array.from(data) };
}

/**
 * Weights with which the reference, whose ε is fixed, normalises by these statistics and this ε: the
 * variance it reads makes up for the difference.
 */
function normalisedBy(
	state: StateDict,
	graph: Graph,
	statistics: ReadonlyMap<string, Moments>,
	epsilon: number
): StateDict {
	const changed = new Map(state);
	for (const { name, operation } of graph.nodes) {
		if (operation.kind !== 'batch-norm') continue;
		const own = statistics.get(name);
		if (own) changed.set(`${name}.running_mean`, own.mean);
		const variance = own?.variance ?? state.get(`${name}.running_var`)!;
		const data = variance.data.map((value) => value + (epsilon - BATCH_NORM_EPSILON));
		changed.set(`${name}.running_var`, { shape: variance.shape, data });
	}
	return changed;
}

/** Of each batch norm in running order, since one changes what the next one sees. */
function batchMoments({ graph, state, input, epsilon }: GraphRequest): Map<string, Moments> {
	const found = new Map<string, Moments>();
	for (const { name, inputs, operation } of graph.nodes) {
		if (operation.kind !== 'batch-norm') continue;
		const weights = normalisedBy(state, graph, found, epsilon ?? BATCH_NORM_EPSILON);
		const values = evaluateGraph(graph, weights, input);
		found.set(name, channelMoments(values.get(inputs[0] ?? INPUT)!));
	}
	return found;
}

/** Mean and biased variance of each channel over a batch, [C] each. */
function channelMoments({ shape: [batch, channels, rows, columns], data }: Maps): Moments {
	const plane = rows * columns;
	const mean = new Float32Array(channels);
	const variance = new Float32Array(channels);
	for (let channel = 0; channel < channels; channel++) {
		const values = data.filter((_, index) => Math.floor(index / plane) % channels === channel);
		const average = values.reduce((sum, value) => sum + value, 0) / (batch * plane);
		mean[channel] = average;
		variance[channel] =
			values.reduce((sum, value) => sum + (value - average) ** 2, 0) / (batch * plane);
	}
	return {
		mean: { shape: [channels], data: mean },
		variance: { shape: [channels], data: variance }
	};
}
