/**
 * Folding, one small step at a time, in double precision with one rounding at the end.
 *
 * BN at inference is a scale and a shift per channel, y = s·x + t with s = γ / √(σ² + ε) and
 * t = β − μ·s. Behind a convolution the scale moves into the kernel and the shift into the bias
 * (W′ = s·W, b′ = s·b + t); alone it is a depthwise convolution whose centre tap is s and whose bias
 * is t. Depthwise convolutions of the same maps add up tap by tap (RepGhost paper, Fig. 3;
 * `get_equivalent_kernel_bias` of the authors' code).
 */
import { BATCH_NORM_EPSILON } from '#lib/core/graph.ts';
import { formatShape, type StateDict, type Tensor } from '#lib/core/tensor.ts';

/** γ, β, μ, σ², each [channels]. */
export interface BatchNorm {
	readonly gamma: Tensor;
	readonly beta: Tensor;
	readonly mean: Tensor;
	readonly variance: Tensor;
}

/** y = scale · x + shift per channel, kept in doubles until the last step. */
interface ScaleShift {
	readonly scale: Float64Array;
	readonly shift: Float64Array;
}

/** A convolution's tensors: kernel [out, in / groups, k, k], bias [out] or none. */
export interface KernelBias {
	readonly kernel: Tensor;
	readonly bias: Tensor;
}

/** BN as scale and shift: s = γ / √(σ² + ε), t = β − μ·s. */
export function batchNormScaleShift(
	{ gamma, beta, mean, variance }: BatchNorm,
	epsilon = BATCH_NORM_EPSILON
): ScaleShift {
	const scale = Float64Array.from(
		gamma.data,
		(value, channel) => value / Math.sqrt(variance.data[channel]! + epsilon)
	);
	const shift = Float64Array.from(
		beta.data,
		(value, channel) => value - mean.data[channel]! * scale[channel]!
	);
	return { scale, shift };
}

/** W′ = s·W: every tap of an output channel's kernel times that channel's scale. */
export function scaleKernel(kernel: Tensor, scale: Float64Array): Tensor {
	const taps = kernel.data.length / scale.length;
	return {
		shape: kernel.shape,
		data: kernel.data.map((value, index) => value * scale[Math.floor(index / taps)]!)
	};
}

/** b′ = s·b + t; a convolution without bias has b = 0. */
export function foldedBias({ scale, shift }: ScaleShift, bias?: Tensor): Tensor {
	const data = Float32Array.from(
		shift,
		(value, channel) => scale[channel]! * (bias?.data[channel] ?? 0) + value
	);
	return { shape: [data.length], data };
}

/** The convolution that does the work of a convolution and the BN behind it. */
export function fuseBatchNorm(
	kernel: Tensor,
	bias: Tensor | undefined,
	batchNorm: BatchNorm,
	epsilon = BATCH_NORM_EPSILON
): KernelBias {
	const scaleShift = batchNormScaleShift(batchNorm, epsilon);
	return { kernel: scaleKernel(kernel, scaleShift.scale), bias: foldedBias(scaleShift, bias) };
}

/** The depthwise kernel [channels, 1, size, size] that leaves every map unchanged: 1 in the centre. */
export function identityKernel(channels: number, size = 3): Tensor {
	const taps = size * size;
	const data = new Float32Array(channels * taps);
	for (let channel = 0; channel < channels; channel++) {
		data[channel * taps + Math.floor(taps / 2)] = 1;
	}
	return { shape: [channels, 1, size, size], data };
}

/** BN on the identity as a depthwise convolution: the identity kernel with the BN folded into it. */
export function fuseIdentityBatchNorm(
	batchNorm: BatchNorm,
	size = 3,
	epsilon = BATCH_NORM_EPSILON
): KernelBias {
	return fuseBatchNorm(
		identityKernel(batchNorm.gamma.data.length, size),
		undefined,
		batchNorm,
		epsilon
	);
}

/** a + b, tap by tap; throws when the shapes differ. */
export function addTensors(a: Tensor, b: Tensor): Tensor {
	if (a.shape.join() !== b.shape.join()) {
		throw new Error(
			`Only kernels of one shape can be added: ${formatShape(a.shape)} and ${formatShape(b.shape)}.`
		);
	}
	return { shape: a.shape, data: a.data.map((value, index) => value + b.data[index]!) };
}

/** Two parallel depthwise convolutions as one. */
export function addBranches(a: KernelBias, b: KernelBias): KernelBias {
	return { kernel: addTensors(a.kernel, b.kernel), bias: addTensors(a.bias, b.bias) };
}

/** The four tensors of the BN called `name`. */
export function batchNormOf(state: StateDict, name: string): BatchNorm {
	return {
		gamma: tensorOf(state, `${name}.weight`),
		beta: tensorOf(state, `${name}.bias`),
		mean: tensorOf(state, `${name}.running_mean`),
		variance: tensorOf(state, `${name}.running_var`)
	};
}

/** The tensor under `key`; throws when there is none. */
export function tensorOf(state: StateDict, key: string): Tensor {
	const tensor = state.get(key);
	if (!tensor) throw new Error(`The weights hold no tensor called "${key}".`);
	return tensor;
}
