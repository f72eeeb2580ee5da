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
	isDepthwise,
	type Convolution,
	type Graph,
	type GraphNode
} from '#lib/core/graph.ts';
import type { Maps, Weights } from './layout.ts';
import { runLinear, runOperation, weightOf } from './operations.ts';
import {
	averageChannels,
	joinChannels,
	normalise,
	scaleChannels,
	type Moments,
	type NormalisedMaps
} from './training-operations.ts';
import { planTraining, type NormaliseStep } from './training-plan.ts';
import { blendAll } from './training-updates.ts';

/** What a BN saw in one batch: the moments by which it normalised, [channels] each. */
export interface BatchStatistics extends Moments {
	/** Values of each channel. */
	readonly count: number;
}

export interface TrainingRun {
	/** The graph's output, [N, H, W, C]. */
	readonly output: Maps;
	/** By BN name, kept outside any tidy; the caller disposes them. */
	readonly statistics: ReadonlyMap<string, BatchStatistics>;
}

/** What the steps of one run share. */
interface RunContext {
	readonly weights: Weights;
	/** Outputs of nodes by name. */
	readonly values: Map<string, Maps>;
	readonly statistics: Map<string, BatchStatistics>;
	/** Of the dropout mask. */
	readonly seed: number;
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
	const context: RunContext = { weights, values, statistics, seed };
	for (const step of planTraining(graph)) {
		if (step.kind === 'normalise') runNormalise(step, context);
		else values.set(step.node.name, runNode(step.node, context));
	}
	return { output: values.get(graph.output)!, statistics };
}

function runNode(node: GraphNode, { values, weights, seed }: RunContext): Maps {
	const inputs = node.inputs.map((name) => values.get(name)!);
	const [x, y] = inputs as [Maps, Maps];
	const { operation } = node;
	switch (operation.kind) {
		case 'convolution':
			return convolve(node.name, operation, x, weights);
		case 'global-average-pool':
			return averageChannels(x);
		case 'multiply':
			return scaleChannels(x, y);
		case 'concat':
			return joinChannels(x, y, operation.channels);
		case 'dropout':
			return tf.dropout(x, operation.rate, undefined, seed) as Maps;
		case 'linear':
			return runLinear(node.name, x, weights, multiplyAsTrained);
		default:
			return runOperation(node, inputs, weights);
	}
}

/** The order of sums that the shipped networks were trained with: their seeds still give their bits. */
function multiplyAsTrained(flat: tf.Tensor2D, weight: tf.Tensor2D): tf.Tensor2D {
	return tf.matMul(flat, tf.transpose(weight), false, true);
}

function convolve(name: string, convolution: Convolution, x: Maps, weights: Weights): Maps {
	const { stride, padding, bias } = convolution;
	const filter = weightOf<tf.Tensor4D>(weights, `${name}.weight`);
	const y = isDepthwise(convolution)
		? tf.depthwiseConv2d(x, filter, stride, padding)
		: tf.conv2d(x, filter, stride, padding);
	return bias ? tf.add(y, weightOf(weights, `${name}.bias`)) : y;
}

function runNormalise(step: NormaliseStep, context: RunContext): void {
	const { batchNorm, added, relu, output: name } = step;
	const { values } = context;
	const { output, moments, addedMoments } = normalise(normalisedBy(batchNorm, context), {
		epsilon: BATCH_NORM_EPSILON,
		relu,
		...(added !== null && {
			add: typeof added === 'string' ? values.get(added)! : normalisedBy(added, context)
		})
	});
	values.set(name, output);
	keepStatistics(batchNorm, moments, context);
	if (addedMoments) keepStatistics(added as GraphNode, addedMoments, context);
}

/** The input of a BN with its parameters; throws when its batch has no variance. */
function normalisedBy(
	{ name, inputs }: GraphNode,
	{ values, weights }: RunContext
): NormalisedMaps {
	const maps = values.get(inputs[0]!)!;
	const count = maps.size / maps.shape[3];
	if (count < 2) {
		throw new Error(
			`${name}: a variance needs at least 2 values per channel in training, found ${count}.`
		);
	}
	const gamma = weightOf(weights, `${name}.weight`);
	return { maps, parameters: { gamma, beta: weightOf(weights, `${name}.bias`) } };
}

function keepStatistics(
	{ name, inputs }: GraphNode,
	{ mean, variance }: Moments,
	{ values, statistics }: RunContext
): void {
	const maps = values.get(inputs[0]!)!;
	const count = maps.size / maps.shape[3];
	statistics.set(name, { mean: tf.keep(mean), variance: tf.keep(variance), count });
}

/**
 * New running statistics by state-dict key: 0.9 · running + 0.1 · batch, the variance of the batch made
 * unbiased. The caller disposes them.
 */
export function updateRunningStatistics(
	weights: Weights,
	statistics: TrainingRun['statistics'],
	momentum = BATCH_NORM_MOMENTUM
): Map<string, tf.Tensor1D> {
	const blends = [...statistics].flatMap(([name, { mean, variance, count }]) => {
		const unbiased = momentum * (count / (count - 1));
		return [
			{ key: `${name}.running_mean`, b: mean, shareB: momentum },
			{ key: `${name}.running_var`, b: variance, shareB: unbiased }
		];
	});
	const updated = blendAll<tf.Tensor1D>(
		blends.map(({ key, b, shareB }) => ({
			a: weightOf(weights, key),
			b,
			shareA: 1 - momentum,
			shareB
		}))
	);
	return new Map(blends.map(({ key }, index) => [key, updated[index]!]));
}
