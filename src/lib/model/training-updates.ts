/**
 * What changes after each batch: weights, by gradient descent with momentum, and running statistics.
 * One kernel of `#lib/kernels` over all tensors where the backend has it, else TensorFlow.js's own
 * operations on each.
 */
import * as tf from '@tensorflow/tfjs-core';
import * as names from '#lib/kernels/kernel-names.ts';
import { hasKernel, runKernel } from './training-operations.ts';

/** One tensor that is learned, and what the optimiser keeps for it; all of one shape. */
interface LearnedTensor {
	readonly weight: tf.Variable;
	readonly velocity: tf.Variable;
	readonly gradient: tf.Tensor;
	/** λ: the share of the weight that is added to its gradient. */
	readonly decay: number;
}

interface MomentumOptions {
	readonly learningRate: number;
	readonly momentum: number;
}

/**
 * v ← μ · v + (g + λ · w), w ← w − η · v for every tensor, as `torch.optim.SGD` does it. The gradients
 * stay the caller's.
 */
export function momentumStep(
	learned: readonly LearnedTensor[],
	{ learningRate, momentum }: MomentumOptions
): void {
	tf.tidy(() => {
		if (!hasKernel(names.MOMENTUM_STEP)) {
			for (const tensor of learned) composeMomentumStep(tensor, { learningRate, momentum });
			return;
		}
		const inputs = learned.flatMap(({ weight, gradient, velocity }, index) => [
			[`weight${index}`, weight],
			[`gradient${index}`, gradient],
			[`velocity${index}`, velocity]
		]);
		const outputs = runKernel<tf.Tensor[]>(names.MOMENTUM_STEP, Object.fromEntries(inputs), {
			learningRate,
			momentum,
			decays: learned.map(({ decay }) => decay)
		});
		learned.forEach(({ weight, velocity }, index) => {
			weight.assign(outputs[index]!);
			velocity.assign(outputs[learned.length + index]!);
		});
	});
}

function composeMomentumStep(
	{ weight, velocity, gradient, decay }: LearnedTensor,
	{ learningRate, momentum }: MomentumOptions
): void {
	const decayed = tf.add(gradient, tf.mul(weight, decay));
	velocity.assign(tf.add(tf.mul(velocity, momentum), decayed));
	weight.assign(tf.sub(weight, tf.mul(velocity, learningRate)));
}

/** a · shareA + b · shareB, two tensors of one shape. */
interface Blend<T extends tf.Tensor> {
	readonly a: T;
	readonly b: T;
	readonly shareA: number;
	readonly shareB: number;
}

/** All blends in their order; the caller disposes them. */
export function blendAll<T extends tf.Tensor>(blends: readonly Blend<T>[]): T[] {
	if (!hasKernel(names.BLEND) || blends.length === 0) {
		return blends.map(({ a, b, shareA, shareB }) =>
			tf.tidy(() => tf.add(tf.mul(a, shareA), tf.mul(b, shareB)) as T)
		);
	}
	const inputs = blends.flatMap(({ a, b }, index) => [
		[`a${index}`, a],
		[`b${index}`, b]
	]);
	return runKernel<T[]>(names.BLEND, Object.fromEntries(inputs), {
		sharesA: blends.map(({ shareA }) => shareA),
		sharesB: blends.map(({ shareB }) => shareB)
	});
}
