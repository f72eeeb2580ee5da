/**
 * A network's forward pass in training mode: BN normalises with the batch's own mean and biased
 * variance, dropout drops, and everything can be differentiated with `tf.grads`.
 *
 * PyTorch normalises with the biased variance but stores the unbiased one, n / (n − 1) times as large.
 */
import * as tf from '@tensorflow/tfjs-core';
import {
	BATCH_NORM_EPSILON,
	BATCH_NORM_MOMENTUM,
	INPUT,
	type Graph,
	type GraphNode
} from '#lib/core/graph.ts';
import type { Maps, Weights } from './layout.ts';
import { runOperation, weightOf } from './operations.ts';

/** What a BN saw in one batch, [channels] each; `variance` is the unbiased one. */
export interface BatchStatistics {
	readonly mean: tf.Tensor1D;
	readonly variance: tf.Tensor1D;
}

export interface TrainingRun {
	/** The graph's output, [N, H, W, C]. */
	readonly output: Maps;
	/** By BN name, kept outside any tidy; the caller disposes them. */
	readonly statistics: ReadonlyMap<string, BatchStatistics>;
}

/**
 * One forward pass over a batch [N, H, W, C]. Call it inside `tf.grads`, `tf.variableGrads` or
 * `tf.tidy`: intermediate tensors stay alive for the gradient.
 *
 * @param seed of the dropout mask
 */
export function runTraining(
	graph: Graph,
	weights: Weights,
	input: Maps,
	seed: number
): TrainingRun {
	const values = new Map<string, Maps>([[INPUT, input]]);
	const statistics = new Map<string, BatchStatistics>();
	for (const node of graph.nodes) {
		const inputs = node.inputs.map((name) => values.get(name)!);
		values.set(node.name, runTrainingNode(node, inputs, weights, statistics, seed));
	}
	return { output: values.get(graph.output)!, statistics };
}

function runTrainingNode(
	node: GraphNode,
	inputs: readonly Maps[],
	weights: Weights,
	statistics: Map<string, BatchStatistics>,
	seed: number
): Maps {
	const x = inputs[0]!;
	switch (node.operation.kind) {
		case 'batch-norm':
			return normaliseBatch(node.name, x, weights, statistics);
		case 'dropout':
			return tf.dropout(x, node.operation.rate, undefined, seed) as Maps;
		default:
			return runOperation(node, inputs, weights);
	}
}

function normaliseBatch(
	name: string,
	x: Maps,
	weights: Weights,
	statistics: Map<string, BatchStatistics>
): Maps {
	const [batch, rows, columns] = x.shape;
	const count = batch * rows * columns;
	if (count < 2) {
		throw new Error(
			`${name}: a variance needs at least 2 values per channel in training, found ${count}.`
		);
	}
	const { mean, variance } = tf.moments(x, [0, 1, 2]) as {
		mean: tf.Tensor1D;
		variance: tf.Tensor1D;
	};
	statistics.set(name, {
		mean: tf.keep(mean.clone()),
		variance: tf.keep(tf.mul(variance, count / (count - 1)))
	});
	return tf.batchNorm(
		x,
		mean,
		variance,
		weightOf(weights, `${name}.bias`),
		weightOf(weights, `${name}.weight`),
		BATCH_NORM_EPSILON
	);
}

/**
 * New running statistics by state-dict key: 0.9 · running + 0.1 · batch. The caller disposes them.
 */
export function updateRunningStatistics(
	weights: Weights,
	statistics: TrainingRun['statistics'],
	momentum = BATCH_NORM_MOMENTUM
): Map<string, tf.Tensor1D> {
	const blend = (key: string, batch: tf.Tensor1D) =>
		tf.tidy(() =>
			tf.add<tf.Tensor1D>(tf.mul(weightOf(weights, key), 1 - momentum), tf.mul(batch, momentum))
		);
	return new Map(
		[...statistics].flatMap(([name, { mean, variance }]) => [
			[`${name}.running_mean`, blend(`${name}.running_mean`, mean)],
			[`${name}.running_var`, blend(`${name}.running_var`, variance)]
		])
	);
}
