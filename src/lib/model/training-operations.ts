/**
 * The operations that training runs otherwise than evaluation does. Each is one kernel of
 * `#lib/kernels` where the backend has it, and else composed of TensorFlow.js's own operations, with the
 * same result up to rounding; both can be differentiated.
 */
import * as tf from '@tensorflow/tfjs-core';
import * as names from '#lib/kernels/kernel-names.ts';
import type { Maps } from './layout.ts';

/** γ and β of a batch norm, [channels] each. */
interface BatchNormParameters {
	readonly gamma: tf.Tensor1D;
	readonly beta: tf.Tensor1D;
}

/** Of each channel over the whole batch, [channels] each; the variance is the biased one. */
export interface Moments {
	readonly mean: tf.Tensor1D;
	readonly variance: tf.Tensor1D;
}

/** Maps [N, H, W, C] and the batch norm they go through. */
export interface NormalisedMaps {
	readonly maps: Maps;
	readonly parameters: BatchNormParameters;
}

/** What is added behind a batch norm, and whether a ReLU follows. */
export interface NormaliseOptions {
	readonly epsilon: number;
	readonly relu: boolean;
	readonly add?: NormalisedMaps | Maps;
}

interface Normalised {
	readonly output: Maps;
	readonly moments: Moments;
	/** Of what was added, when that is a batch norm too. */
	readonly addedMoments?: Moments;
}

/** Whether the current backend has a kernel of this name. */
export function hasKernel(name: string): boolean {
	return tf.getKernel(name, tf.getBackend()) !== undefined;
}

/** Runs a kernel of `#lib/kernels`; `hasKernel` has said that it is there. */
export function runKernel<Output extends tf.Tensor | tf.Tensor[]>(
	name: string,
	inputs: tf.NamedTensorMap,
	attributes: tf.NamedAttrMap = {}
): Output {
	return tf.engine().runKernel<Output>(name, inputs, attributes);
}

/** relu?( BN(a) + added ), each batch norm with the moments of its own batch. */
export function normalise(a: NormalisedMaps, options: NormaliseOptions): Normalised {
	if (!hasKernel(names.BATCH_NORM)) return composeNormalise(a, options);
	const { add, ...attributes } = options;
	const inputs = { a: a.maps, gammaA: a.parameters.gamma, betaA: a.parameters.beta };
	const pair = add && 'maps' in add;
	const [name, added] = pair
		? [
				names.BATCH_NORM_PAIR,
				{ b: add.maps, gammaB: add.parameters.gamma, betaB: add.parameters.beta }
			]
		: add
			? [names.BATCH_NORM_AND_MAPS, { b: add }]
			: [names.BATCH_NORM, {}];
	const [output, mean, variance, ...ofAdded] = runKernel<tf.Tensor[]>(
		name,
		{ ...inputs, ...added },
		attributes
	) as [Maps, tf.Tensor1D, tf.Tensor1D, ...tf.Tensor1D[]];
	const [addedMean, addedVariance] = ofAdded;
	return {
		output,
		moments: { mean, variance },
		...(pair && { addedMoments: { mean: addedMean!, variance: addedVariance! } })
	};
}

function composeNormalise(a: NormalisedMaps, { epsilon, relu, add }: NormaliseOptions): Normalised {
	const first = composeBatchNorm(a, epsilon);
	const second = add && 'maps' in add ? composeBatchNorm(add, epsilon) : null;
	const added = second ? second.output : (add as Maps | undefined);
	const sum = added ? tf.add(first.output, added) : first.output;
	return {
		output: (relu ? tf.relu(sum) : sum) as Maps,
		moments: first.moments,
		...(second && { addedMoments: second.moments })
	};
}

function composeBatchNorm(
	{ maps, parameters: { gamma, beta } }: NormalisedMaps,
	epsilon: number
): { readonly output: Maps; readonly moments: Moments } {
	const moments = tf.moments(maps, [0, 1, 2]) as Moments;
	const { mean, variance } = moments;
	return { output: tf.batchNorm(maps, mean, variance, beta, gamma, epsilon), moments };
}

/** [N, H, W, C] → [N, 1, 1, C]. */
export function averageChannels(x: Maps): Maps {
	if (hasKernel(names.AVERAGE_CHANNELS)) return runKernel(names.AVERAGE_CHANNELS, { x });
	return tf.mean(x, [1, 2], true);
}

/** Each map times its factor, [N, 1, 1, C]. */
export function scaleChannels(x: Maps, factors: Maps): Maps {
	if (hasKernel(names.SCALE_CHANNELS)) return runKernel(names.SCALE_CHANNELS, { x, factors });
	return tf.mul(x, factors);
}

/** The first `channels` of a's and b's, a's first. */
export function joinChannels(a: Maps, b: Maps, channels: number): Maps {
	if (hasKernel(names.JOIN_CHANNELS)) return runKernel(names.JOIN_CHANNELS, { a, b }, { channels });
	const joined = tf.concat([a, b], 3);
	const [batch, rows, columns] = joined.shape;
	return tf.slice(joined, [0, 0, 0, 0], [batch, rows, columns, channels]);
}
