/** The fold's few operations in plain numbers, each rounded to float32 as a tensor is. */
import { addTensors, batchNormScaleShift, identityKernel, scaleKernel } from './fold.ts';
import type { FoldArithmetic, NormTensors } from './fold-procedure.ts';
import type { Tensor } from '#lib/core/tensor.ts';

const vector = (data: Float32Array): Tensor => ({ shape: [data.length], data });

export const plainArithmetic: FoldArithmetic<Tensor> = {
	scaleOf: (norm, epsilon) => vector(Float32Array.from(batchNormScaleShift(norm, epsilon).scale)),
	shiftOf: ({ beta, mean }: NormTensors<Tensor>, scale) =>
		vector(beta.data.map((value, channel) => value - mean.data[channel]! * scale.data[channel]!)),
	scaleKernel: (kernel, scale) => scaleKernel(kernel, Float64Array.from(scale.data)),
	biasOf: (_, shift) => shift,
	identityKernel,
	addKernels: addTensors,
	addBiases: addTensors,
	constant: (channels, value) => vector(new Float32Array(channels).fill(value))
};
