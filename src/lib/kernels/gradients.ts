/** How TensorFlow.js differentiates the kernels of our own: by other kernels of ours. */
import * as tf from '@tensorflow/tfjs-core';
import * as names from './kernel-names.ts';

const run = (name: string, inputs: tf.NamedTensorMap, attributes: tf.NamedAttrMap): tf.Tensor[] =>
	tf.engine().runKernel<tf.Tensor[]>(name, inputs, attributes);

/** The gradient of the first output; the moments beside it are read, never differentiated. */
const first = (dys: tf.Tensor | tf.Tensor[]) => (Array.isArray(dys) ? dys[0]! : dys);

const batchNorm: tf.GradConfig = {
	kernelName: names.BATCH_NORM,
	inputsToSave: ['a', 'gammaA', 'betaA'],
	outputsToSave: [false, true, true],
	gradFunc: (dys, saved, attributes) => {
		const [a, gammaA, betaA, meanA, varianceA] = saved as Saved;
		const inputs = { dy: first(dys), a, gammaA, betaA, meanA, varianceA };
		const [da, dGammaA, dBetaA] = run(names.BATCH_NORM_GRADIENT, inputs, attributes);
		return { a: () => da!, gammaA: () => dGammaA!, betaA: () => dBetaA! };
	}
};

type Saved = [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];

const batchNormAndMaps: tf.GradConfig = {
	kernelName: names.BATCH_NORM_AND_MAPS,
	inputsToSave: ['a', 'gammaA', 'betaA', 'b'],
	outputsToSave: [false, true, true],
	gradFunc: (dys, saved, attributes) => {
		const [a, gammaA, betaA, b, meanA, varianceA] = saved as [...Saved, tf.Tensor];
		const dy = first(dys);
		const inputs = { dy, a, gammaA, betaA, meanA, varianceA };
		// Without a ReLU, what comes in goes on to the maps as it is.
		const [da, dGammaA, dBetaA, db] = attributes.relu
			? run(names.BATCH_NORM_AND_MAPS_GRADIENT, { ...inputs, b }, attributes)
			: [...run(names.BATCH_NORM_GRADIENT, inputs, attributes), dy.clone()];
		return { a: () => da!, gammaA: () => dGammaA!, betaA: () => dBetaA!, b: () => db! };
	}
};

const batchNormPair: tf.GradConfig = {
	kernelName: names.BATCH_NORM_PAIR,
	inputsToSave: ['a', 'gammaA', 'betaA', 'b', 'gammaB', 'betaB'],
	outputsToSave: [false, true, true, true, true],
	gradFunc: (dys, saved, attributes) => {
		const [a, gammaA, betaA, b, gammaB, betaB, ...moments] = saved;
		const [meanA, varianceA, meanB, varianceB] = moments;
		const [da, dGammaA, dBetaA, db, dGammaB, dBetaB] = run(
			names.BATCH_NORM_PAIR_GRADIENT,
			{
				dy: first(dys),
				...{ a: a!, gammaA: gammaA!, betaA: betaA!, meanA: meanA!, varianceA: varianceA! },
				...{ b: b!, gammaB: gammaB!, betaB: betaB!, meanB: meanB!, varianceB: varianceB! }
			},
			attributes
		);
		return {
			a: () => da!,
			gammaA: () => dGammaA!,
			betaA: () => dBetaA!,
			b: () => db!,
			gammaB: () => dGammaB!,
			betaB: () => dBetaB!
		};
	}
};

const averageChannels: tf.GradConfig = {
	kernelName: names.AVERAGE_CHANNELS,
	inputsToSave: ['x'],
	gradFunc: (dy, [x]) => ({
		x: () =>
			tf
				.engine()
				.runKernel<tf.Tensor>(
					names.AVERAGE_CHANNELS_GRADIENT,
					{ dy: first(dy) },
					{ inputShape: x!.shape }
				)
	})
};

const scaleChannels: tf.GradConfig = {
	kernelName: names.SCALE_CHANNELS,
	inputsToSave: ['x', 'factors'],
	gradFunc: (dy, [x, factors]) => {
		const inputs = { dy: first(dy), x: x!, factors: factors! };
		const [dx, dFactors] = run(names.SCALE_CHANNELS_GRADIENT, inputs, {});
		return { x: () => dx!, factors: () => dFactors! };
	}
};

const joinChannels: tf.GradConfig = {
	kernelName: names.JOIN_CHANNELS,
	inputsToSave: ['a', 'b'],
	gradFunc: (dy, [a, b]) => {
		const attributes = { channelsA: a!.shape[3]!, channelsB: b!.shape[3]! };
		const [da, db] = run(names.JOIN_CHANNELS_GRADIENT, { dy: first(dy) }, attributes);
		return { a: () => da!, b: () => db! };
	}
};

export const gradients: readonly tf.GradConfig[] = [
	batchNorm,
	batchNormAndMaps,
	batchNormPair,
	averageChannels,
	scaleChannels,
	joinChannels
];
