/**
 * Each operation of a graph on TensorFlow.js, in evaluation mode.
 *
 * Padding is passed as a number: TensorFlow's 'same' pads 0 above and 1 below at stride 2, PyTorch 1
 * and 1. Epsilon is always passed: `tf.batchNorm` defaults to 1e-3, PyTorch to 1e-5.
 */
import * as tf from '@tensorflow/tfjs-core';
import {
	BATCH_NORM_EPSILON,
	isDepthwise,
	type Convolution,
	type GraphNode
} from '#lib/core/graph.ts';
import type { Maps, Weights } from './layout.ts';

/** How the batch norms of a run work. */
export interface BatchNormMode {
	/** PyTorch's 1e-5 unless given. */
	readonly epsilon?: number;
	/** Whether each uses the mean and the biased variance of this very batch, as while training. */
	readonly batchStatistics?: boolean;
}

/** The output of a node, a new tensor; intermediate tensors are the caller's to tidy. */
export function runOperation(
	node: GraphNode,
	inputs: readonly Maps[],
	weights: Weights,
	activation: 'linear' | 'relu' = 'linear',
	mode: BatchNormMode = {}
): Maps {
	const { operation, name } = node;
	const [x, y] = inputs as [Maps, Maps];
	switch (operation.kind) {
		case 'convolution':
			return runConvolution(name, operation, x, weights, activation);
		case 'batch-norm':
			return runBatchNorm(name, x, weights, mode);
		case 'scale-shift':
			return tf.add(
				tf.mul(x, weightOf(weights, `${name}.scale`)),
				weightOf(weights, `${name}.shift`)
			);
		case 'shift':
			return tf.add(x, weightOf(weights, `${name}.shift`));
		case 'relu':
			return tf.relu(x);
		case 'hard-sigmoid':
			return tf.div(tf.relu6(tf.add(x, 3)), 6);
		case 'add':
			return tf.add(x, y);
		case 'multiply':
			return tf.mul(x, y);
		case 'concat':
			return runConcat(x, y, operation.channels);
		case 'global-average-pool':
			return tf.mean(x, [1, 2], true);
		case 'dropout':
			return x.clone();
		case 'linear':
			return runLinear(name, x, weights);
	}
}

function runBatchNorm(
	name: string,
	x: Maps,
	weights: Weights,
	{ epsilon = BATCH_NORM_EPSILON, batchStatistics = false }: BatchNormMode
): Maps {
	const { mean, variance } = batchStatistics
		? channelMoments(x)
		: {
				mean: weightOf(weights, `${name}.running_mean`),
				variance: weightOf(weights, `${name}.running_var`)
			};
	const beta = weightOf(weights, `${name}.bias`);
	return tf.batchNorm(x, mean, variance, beta, weightOf(weights, `${name}.weight`), epsilon);
}

/** Mean and biased variance of each channel over a batch, [C] each. */
export function channelMoments(x: Maps): { mean: tf.Tensor1D; variance: tf.Tensor1D } {
	const { mean, variance } = tf.moments(x, [0, 1, 2]);
	return { mean: mean as tf.Tensor1D, variance: variance as tf.Tensor1D };
}

function runConvolution(
	name: string,
	convolution: Convolution,
	x: Maps,
	weights: Weights,
	activation: 'linear' | 'relu'
): Maps {
	const filter = weightOf<tf.Tensor4D>(weights, `${name}.weight`);
	const { stride, padding, bias, groups } = convolution;
	const options = {
		x,
		filter,
		strides: stride,
		pad: padding,
		activation,
		...(bias && { bias: weightOf<tf.Tensor1D>(weights, `${name}.bias`) })
	};
	if (groups === 1) return tf.fused.conv2d(options);
	if (isDepthwise(convolution)) return tf.fused.depthwiseConv2d(options);
	throw new Error(`${name}: expected 1 group or one per channel, found ${groups} groups.`);
}

function runConcat(x: Maps, y: Maps, channels: number): Maps {
	const joined = tf.concat([x, y], 3);
	if (joined.shape[3] === channels) return joined;
	const [batch, rows, columns] = joined.shape;
	return tf.slice(joined, [0, 0, 0, 0], [batch, rows, columns, channels]);
}

/** @param multiply gives the product of [N, in] and [in, out] */
export function runLinear(
	name: string,
	x: Maps,
	weights: Weights,
	multiply: (flat: tf.Tensor2D, weight: tf.Tensor2D) => tf.Tensor2D = (a, b) => tf.matMul(a, b)
): Maps {
	const weight = weightOf<tf.Tensor2D>(weights, `${name}.weight`);
	const [inputs, outputs] = weight.shape;
	const product = multiply(tf.reshape(x, [x.shape[0], inputs]), weight);
	const biased = tf.add(product, weightOf<tf.Tensor1D>(weights, `${name}.bias`));
	return tf.reshape(biased, [x.shape[0], 1, 1, outputs]);
}

/** The tensor under `key`; a rank is asserted by the graph's shape check on upload. */
export function weightOf<T extends tf.Tensor = tf.Tensor1D>(weights: Weights, key: string): T {
	const weight = weights.get(key);
	if (!weight) throw new Error(`${key}: the backend holds no tensor of this name.`);
	return weight as T;
}
