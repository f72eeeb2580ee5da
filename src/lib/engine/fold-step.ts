/**
 * One step of the fold stepper on live tensors: folds the module up to the step, runs the original and
 * the module so far, and reads back what one channel shows. Nothing is kept between two steps.
 */
import * as tf from '@tensorflow/tfjs-core';
import { stepWeights } from '#lib/core/fold/fold-procedure.ts';
import {
	applyEdits,
	planFoldStep,
	type FoldableModule,
	type FoldStepRequest
} from '#lib/core/fold/fold-request.ts';
import { viewedNodes, viewFoldStep, type FoldStepView } from '#lib/core/fold/fold-view.ts';
import { INPUT, type Graph } from '#lib/core/graph.ts';
import { graphParameters } from '#lib/core/network/parameters.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';
import { evaluateGraph } from '#lib/model/evaluate.ts';
import { foldModule } from '#lib/model/fold-module.ts';
import { downloadMaps, toBackendLayout, uploadMaps, type Maps } from '#lib/model/layout.ts';
import { channelMoments, type BatchNormMode } from '#lib/model/operations.ts';
import type { FoldStepRecord } from './live-protocol.ts';
import { readTensor } from './run-graph.ts';

/** Graphs that one step runs: the original, and the module so far. */
export const RUNS_OF_A_STEP = 2;

/** Tensors by name; an array, since `tf.tidy` does not look into a Map. */
type Named<T extends tf.Tensor> = [string, T][];

/** @throws Error when the channel is none of the module's, or an edit names none of its values */
export async function runFoldStep(
	module: FoldableModule,
	request: FoldStepRequest
): Promise<FoldStepView> {
	const { plan } = module;
	const { step, channel } = request;
	if (!(channel >= 0 && channel < plan.outChannels)) {
		throw new Error(`Channel ${channel + 1} was asked for; the module has ${plan.outChannels}.`);
	}
	const state = applyEdits(module.state, request.edits);
	const { soFar, mistakes } = planFoldStep(plan, request);
	const live = runLive({ ...module, state }, request);
	try {
		return viewFoldStep({
			...{ plan, step, channel, state, soFar, epsilon: mistakes.epsilon },
			made: Object.fromEntries(await readAll(live.made, readTensor)),
			reference: await downloadMaps(live.reference),
			maps: new Map(await readAll(live.maps, downloadMaps))
		});
	} finally {
		tf.dispose([live.reference, ...[...live.made, ...live.maps].map(([, tensor]) => tensor)]);
	}
}

function runLive({ plan, state, input }: FoldableModule, request: FoldStepRequest) {
	const { original, soFar, mistakes, batchStatistics } = planFoldStep(plan, request);
	return tf.tidy(() => {
		const tensors = uploadState(state);
		const picture = uploadMaps(input);
		const made = foldModule(tensors, request.step, mistakes);
		const mode: BatchNormMode = { batchStatistics };
		const run = (graph: Graph, weights: ReadonlyMap<string, tf.Tensor>, keep: readonly string[]) =>
			evaluateGraph(graph, toBackendLayout(graph, weights), picture, keep, mode);
		return {
			made: Object.entries(made) as Named<tf.Tensor>,
			reference: run(original, tensors, []).get(original.output)!,
			maps: [...run(soFar, stepWeights(request.step, tensors, made), viewedNodes(plan, soFar))]
		};
	});
}

/**
 * Runs a step and keeps everything, so that any number of it can be followed: every output of both
 * graphs, and the weights on which they ran.
 */
export async function recordFoldStep(
	module: FoldableModule,
	request: FoldStepRequest
): Promise<FoldStepRecord> {
	const { plan, input } = module;
	const state = applyEdits(module.state, request.edits);
	const { original, soFar, mistakes, batchStatistics } = planFoldStep(plan, request);
	const mode: BatchNormMode = { batchStatistics };
	const live = tf.tidy(() => {
		const tensors = uploadState(state);
		const picture = uploadMaps(input);
		const made = foldModule(tensors, request.step, mistakes);
		const keepAll = (graph: Graph, weights: ReadonlyMap<string, tf.Tensor>) => {
			const names = graph.nodes.map(({ name }) => name);
			const maps = evaluateGraph(graph, toBackendLayout(graph, weights), picture, names, mode);
			const used = new Map(
				[...graphParameters(graph).keys()].map((key) => [key, weights.get(key)!])
			);
			if (batchStatistics) useMoments(graph, used, new Map([...maps, [INPUT, picture]]));
			return { maps: [...maps], weights: [...used] };
		};
		return {
			original: keepAll(original, tensors),
			soFar: keepAll(soFar, stepWeights(request.step, tensors, made))
		};
	});
	const read = async (graph: Graph, kept: typeof live.original) => ({
		graph,
		state: new Map(await readAll(kept.weights, readTensor)),
		maps: new Map([[INPUT, input], ...(await readAll(kept.maps, downloadMaps))])
	});
	try {
		return {
			original: await read(original, live.original),
			soFar: await read(soFar, live.soFar)
		};
	} finally {
		const kept = [live.original, live.soFar].flatMap(({ maps, weights }) => [...maps, ...weights]);
		tf.dispose(kept.map(([, tensor]) => tensor));
	}
}

/** In training mode a batch norm ran on the batch's mean and variance: those are its numbers then. */
function useMoments(
	graph: Graph,
	weights: Map<string, tf.Tensor>,
	maps: ReadonlyMap<string, Maps>
): void {
	for (const { name, operation, inputs } of graph.nodes) {
		if (operation.kind !== 'batch-norm') continue;
		const { mean, variance } = channelMoments(maps.get(inputs[0]!)!);
		weights.set(`${name}.running_mean`, mean).set(`${name}.running_var`, variance);
	}
}

/** Tensors as they stand in PyTorch, so that folding does what its formulas say. */
function uploadState(state: StateDict): Map<string, tf.Tensor> {
	return new Map(
		[...state].map(([key, { shape, data }]) => [key, tf.tensor(data.slice(), [...shape])])
	);
}

async function readAll<T extends tf.Tensor>(
	tensors: Named<T>,
	read: (tensor: T) => Promise<Tensor>
): Promise<(readonly [string, Tensor])[]> {
	return Promise.all(tensors.map(async ([name, tensor]) => [name, await read(tensor)] as const));
}
