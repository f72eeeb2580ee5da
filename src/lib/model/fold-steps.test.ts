/** The fold stepper's steps on TensorFlow.js against the same steps in doubles, and against the module. */
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import {
	batchNormOf,
	batchNormScaleShift,
	identityKernel as plainIdentityKernel
} from '#lib/core/fold/fold.ts';
import { fuseModule } from '#lib/core/fold/fold-network.ts';
import { buildModule } from '#lib/core/network/modules.ts';
import { MODULE_GAINS, randomStateDict } from '#lib/core/network/random-weights.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import { useBackend } from '../../../tests/support/tensorflow.ts';
import {
	addBiases,
	addKernels,
	batchNormScale,
	batchNormShift,
	foldBias,
	identityKernel,
	scaleKernel,
	type BatchNormTensors
} from './fold-steps.ts';

const CHANNELS = 6;
const state = randomStateDict(
	buildModule({
		family: 'repghost',
		inChannels: 3,
		outChannels: CHANNELS,
		relu: true,
		branch: 'bn',
		form: 'training-time'
	}),
	42,
	MODULE_GAINS
);

function upload({ shape, data }: Tensor): tf.Tensor {
	return tf.tensor(data, [...shape]);
}

function batchNorm(name: string): BatchNormTensors {
	const { gamma, beta, mean, variance } = batchNormOf(state, name);
	const vector = (tensor: Tensor) => upload(tensor) as tf.Tensor1D;
	return {
		gamma: vector(gamma),
		beta: vector(beta),
		mean: vector(mean),
		variance: vector(variance)
	};
}

function expectClose(found: tf.Tensor, expected: ArrayLike<number>) {
	const values = found.dataSync();
	expect(values).toHaveLength(expected.length);
	values.forEach((value, index) => expect(value).toBeCloseTo(expected[index]!, 5));
}

describe('on cpu', () => {
	useBackend('cpu');

	test('scale and shift of a batch norm', () => {
		const { scale, shift } = batchNormScaleShift(batchNormOf(state, 'cheap_operation.1'));
		tf.tidy(() => {
			const tensors = batchNorm('cheap_operation.1');
			const found = batchNormScale(tensors);
			expectClose(found, scale);
			expectClose(batchNormShift(tensors, found), shift);
		});
	});

	test('by hand: γ 3, β 1, μ 3, √(σ² + ε) 2 turn w 0.5, b 4 into 0.75, 2.5', () => {
		tf.tidy(() => {
			const tensors = {
				gamma: tf.tensor1d([3]),
				beta: tf.tensor1d([1]),
				mean: tf.tensor1d([3]),
				variance: tf.tensor1d([4])
			};
			const scale = batchNormScale(tensors, 0);
			const shift = batchNormShift(tensors, scale);
			expectClose(scaleKernel(tf.tensor4d([0.5], [1, 1, 1, 1]), scale), [0.75]);
			expectClose(foldBias(null, scale, shift), [-3.5]);
			expectClose(foldBias(tf.tensor1d([4]), scale, shift), [2.5]);
		});
	});

	test('the identity kernel has a 1 in each centre', () => {
		tf.tidy(() => {
			expectClose(identityKernel(CHANNELS), plainIdentityKernel(CHANNELS).data);
			expect(identityKernel(CHANNELS, 5).shape).toEqual([CHANNELS, 1, 5, 5]);
		});
	});

	test('all steps in a row give the module’s one convolution', () => {
		const expected = fuseModule(state, { name: '', branch: 'bn' });
		tf.tidy(() => {
			const depthwise = batchNorm('cheap_operation.1');
			const identity = batchNorm('fusion_bn.0');
			const scale = batchNormScale(depthwise);
			const identityScale = batchNormScale(identity);
			const kernel = upload(state.get('cheap_operation.0.weight')!) as tf.Tensor4D;
			expectClose(
				addKernels(
					scaleKernel(kernel, scale),
					scaleKernel(identityKernel(CHANNELS), identityScale)
				),
				expected.kernel.data
			);
			expectClose(
				addBiases(
					foldBias(null, scale, batchNormShift(depthwise, scale)),
					foldBias(null, identityScale, batchNormShift(identity, identityScale))
				),
				expected.bias.data
			);
		});
	});

	test('kernels of different sizes are not added by broadcasting', () => {
		tf.tidy(() => {
			expect(() => addKernels(identityKernel(2), identityKernel(1))).toThrow('one shape');
		});
	});
});
