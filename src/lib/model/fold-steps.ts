/**
 * The steps of folding on live TensorFlow.js tensors, each a function of its own, as the fold stepper
 * shows and runs them. Kernels are in the paper's layout, [channels, 1, rows, columns] or
 * [out, in, rows, columns]; vectors are [channels]. `#lib/core/fold/fold.ts` has the same steps in doubles.
 */
import * as tf from '@tensorflow/tfjs-core';
import { BATCH_NORM_EPSILON } from '#lib/core/graph.ts';

/** γ, β, μ, σ², each [channels]. */
export interface BatchNormTensors {
	readonly gamma: tf.Tensor1D;
	readonly beta: tf.Tensor1D;
	readonly mean: tf.Tensor1D;
	readonly variance: tf.Tensor1D;
}

/** s = γ / √(σ² + ε). */
export function batchNormScale(
	{ gamma, variance }: BatchNormTensors,
	epsilon = BATCH_NORM_EPSILON
): tf.Tensor1D {
	return tf.tidy(() => tf.div(gamma, tf.sqrt(tf.add(variance, epsilon))));
}

/** t = β − μ · s. */
export function batchNormShift({ beta, mean }: BatchNormTensors, scale: tf.Tensor1D): tf.Tensor1D {
	return tf.tidy(() => tf.sub(beta, tf.mul(mean, scale)));
}

/** W′ = s · W, each output channel's kernel times its scale. */
export function scaleKernel(kernel: tf.Tensor4D, scale: tf.Tensor1D): tf.Tensor4D {
	return tf.tidy(() => tf.mul(kernel, tf.reshape(scale, [-1, 1, 1, 1])));
}

/** b′ = s · b + t; without a bias, t alone. */
export function foldBias(
	bias: tf.Tensor1D | null,
	scale: tf.Tensor1D,
	shift: tf.Tensor1D
): tf.Tensor1D {
	return bias ? tf.tidy(() => tf.add(tf.mul(bias, scale), shift)) : shift.clone();
}

/** The depthwise kernel δ that leaves every map unchanged: 1 in the centre, [channels, 1, size, size]. */
export function identityKernel(channels: number, size = 3): tf.Tensor4D {
	return tf.tidy(() => {
		const centre = tf.oneHot(tf.scalar((size * size - 1) / 2, 'int32'), size * size);
		const kernel = tf.reshape(tf.cast(centre, 'float32'), [1, 1, size, size]);
		return tf.tile(kernel, [channels, 1, 1, 1]) as tf.Tensor4D;
	});
}

/** sW + s₂δ, tap by tap. */
export function addKernels(a: tf.Tensor4D, b: tf.Tensor4D): tf.Tensor4D {
	tf.util.assertShapesMatch(a.shape, b.shape, 'Only kernels of one shape can be added: ');
	return tf.add(a, b);
}

/** t + t₂. */
export function addBiases(a: tf.Tensor1D, b: tf.Tensor1D): tf.Tensor1D {
	tf.util.assertShapesMatch(a.shape, b.shape, 'Only biases of one length can be added: ');
	return tf.add(a, b);
}
