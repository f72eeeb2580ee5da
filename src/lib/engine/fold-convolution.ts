/** A convolution's BN folded into it on live tensors, for the figures that fold one alone. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '#lib/core/tensor.ts';
import { batchNormScale, batchNormShift, foldBias, scaleKernel } from '#lib/model/fold-steps.ts';
import type { BatchNormFold, BatchNormFoldRequest } from './live-protocol.ts';
import { readTensor } from './run-graph.ts';

/** W′ = s·W and b′ = s·b + t, with the s and t they were made from. */
export async function foldConvolution(
	request: BatchNormFoldRequest
): Promise<Omit<BatchNormFold, 'backend'>> {
	const live = tf.tidy(() => {
		const norm = {
			gamma: vector(request.gamma),
			beta: vector(request.beta),
			mean: vector(request.mean),
			variance: vector(request.variance)
		};
		const scale = batchNormScale(norm, request.epsilon);
		const shift = batchNormShift(norm, scale);
		return {
			scale,
			shift,
			kernel: scaleKernel(upload(request.kernel) as tf.Tensor4D, scale),
			bias: foldBias(request.bias && vector(request.bias), scale, shift)
		};
	});
	try {
		return {
			scale: await readTensor(live.scale),
			shift: await readTensor(live.shift),
			kernel: await readTensor(live.kernel),
			bias: await readTensor(live.bias)
		};
	} finally {
		tf.dispose(Object.values(live));
	}
}

function upload({ shape, data }: Tensor): tf.Tensor {
	return tf.tensor(data.slice(), [...shape]);
}

function vector(tensor: Tensor): tf.Tensor1D {
	return upload(tensor) as tf.Tensor1D;
}
