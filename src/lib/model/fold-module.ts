/** A RepGhost module's fold on live TensorFlow.js tensors: the procedure of `core` by `fold-steps.ts`. */
import * as tf from '@tensorflow/tfjs-core';
import { FOLD_NODES } from '#lib/core/fold/fold-graphs.ts';
import {
	foldUpTo,
	type FoldArithmetic,
	type FoldMade,
	type FoldMistakes
} from '#lib/core/fold/fold-procedure.ts';
import type { FoldStep } from '#lib/core/fold/fold-step-names.ts';
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

/** A module's tensors on the backend in PyTorch's layout, by key without prefix. */
type ModuleTensors = ReadonlyMap<string, tf.Tensor>;

const liveArithmetic: FoldArithmetic<tf.Tensor> = {
	scaleOf: (norm, epsilon) => batchNormScale(norm as BatchNormTensors, epsilon),
	shiftOf: (norm, scale) => batchNormShift(norm as BatchNormTensors, scale as tf.Tensor1D),
	scaleKernel: (kernel, scale) => scaleKernel(kernel as tf.Tensor4D, scale as tf.Tensor1D),
	biasOf: (scale, shift) => foldBias(null, scale as tf.Tensor1D, shift as tf.Tensor1D),
	identityKernel,
	addKernels: (a, b) => addKernels(a as tf.Tensor4D, b as tf.Tensor4D),
	addBiases: (a, b) => addBiases(a as tf.Tensor1D, b as tf.Tensor1D),
	constant: (channels, value) => tf.fill([channels], value)
};

/** Everything that is made when `step` is done, new tensors; call it in `tf.tidy`. */
export function foldModule(
	state: ModuleTensors,
	step: FoldStep,
	mistakes: FoldMistakes = {}
): FoldMade<tf.Tensor> {
	const [channels = 0, , size = 0] = state.get(`${FOLD_NODES.depthwise}.weight`)?.shape ?? [];
	return foldUpTo(step, { state, channels, size }, liveArithmetic, mistakes);
}
