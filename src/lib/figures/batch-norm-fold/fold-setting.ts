/**
 * A convolution and the batch norm behind it, in numbers small enough to be folded by hand: W′ = s·W
 * and b′ = β + (b − μ)·s with s = γ/√(σ² + ε), one s for each output channel.
 */
import { BATCH_NORM_EPSILON, GraphBuilder, INPUT, type Graph } from '#lib/core/graph.ts';
import { type BatchNorm } from '#lib/core/fold/fold.ts';
import { createTensor, type StateDict, type Tensor } from '#lib/core/tensor.ts';

export type ConvolutionKind = '1x1' | 'depthwise';
/** `by-hand`: one weight and one value; `maps`: a few channels. */
type Numbers = 'by-hand' | 'maps';

/** One number for each output channel. */
export const CHANNEL_KEYS = ['bias', 'gamma', 'beta', 'mean', 'variance'] as const;
export type ChannelKey = (typeof CHANNEL_KEYS)[number];

export interface FoldSetting extends Readonly<Record<ChannelKey, readonly number[]>> {
	readonly convolution: ConvolutionKind;
	readonly numbers: Numbers;
	/** Whether the convolution adds `bias`. */
	readonly hasBias: boolean;
	/** The taps of each output channel, row by row: 9, or one for each input channel. */
	readonly kernel: readonly (readonly number[])[];
}

/** The input's values, [1, channels, rows, columns]. */
const tensor = (channels: number, side: number, ...values: number[]): Tensor =>
	createTensor([1, channels, side, side], Float32Array.from(values));

// prettier-ignore
const MAPS = tensor(2, 4,
	0, 1, 2, 1,
	1, 2, 3, 2,
	2, 3, 2, 1,
	1, 2, 1, 0,

	2, 2, 0, 0,
	2, 2, 0, 0,
	0, 0, 1, 1,
	0, 0, 1, 1);

/** w = 0.5, x = 10, γ = 3, β = 1, μ = 3, b = 4, and σ² + ε = 4, so that the root is 2. */
const BY_HAND: FoldSetting = {
	convolution: '1x1',
	numbers: 'by-hand',
	hasBias: false,
	kernel: [[0.5]],
	bias: [4],
	gamma: [3],
	beta: [1],
	mean: [3],
	variance: [4 - BATCH_NORM_EPSILON]
};

const TWO_CHANNELS = {
	numbers: 'maps',
	hasBias: false,
	bias: [0.5, -1],
	gamma: [2, 0.6],
	beta: [1, -0.2],
	mean: [1, -0.5],
	variance: [16, 0.04]
} as const;

const STARTS: Readonly<Record<ConvolutionKind, FoldSetting>> = {
	'1x1': {
		...TWO_CHANNELS,
		convolution: '1x1',
		kernel: [
			[1, -0.5],
			[0.5, 2]
		]
	},
	depthwise: {
		...TWO_CHANNELS,
		convolution: 'depthwise',
		// prettier-ignore
		kernel: [
			[0.5, -1, 0.5,
			 -1, 2, -1,
			 0.5, -1, 0.5],
			[-1, 0, 1,
			 -2, 0, 2,
			 -1, 0, 1]
		]
	}
};

/** What the figure begins with; by hand there is only a 1×1 convolution. */
export function startSetting(
	convolution: ConvolutionKind,
	numbers: Numbers,
	hasBias: boolean
): FoldSetting {
	return { ...(numbers === 'by-hand' ? BY_HAND : STARTS[convolution]), hasBias };
}

export function inputOf({ numbers }: FoldSetting): Tensor {
	return numbers === 'by-hand' ? tensor(1, 1, 10) : MAPS;
}

/** [out, in / groups, k, k]. */
export function kernelTensor({ kernel, convolution }: FoldSetting): Tensor {
	const taps = kernel[0]!.length;
	const shape = convolution === '1x1' ? [kernel.length, taps, 1, 1] : [kernel.length, 1, 3, 3];
	return createTensor(shape, Float32Array.from(kernel.flat()));
}

const vector = (values: readonly number[]): Tensor =>
	createTensor([values.length], Float32Array.from(values));

export function biasTensor({ bias, hasBias }: FoldSetting): Tensor | null {
	return hasBias ? vector(bias) : null;
}

export function batchNormTensors({ gamma, beta, mean, variance }: FoldSetting): BatchNorm {
	return {
		gamma: vector(gamma),
		beta: vector(beta),
		mean: vector(mean),
		variance: vector(variance)
	};
}

/** The convolution's kernel and bias once the batch norm is in them. */
export interface FoldedTensors {
	/** s, [out]. */
	readonly scale: Tensor;
	/** W′, shaped as the kernel. */
	readonly kernel: Tensor;
	/** b′, [out]. */
	readonly bias: Tensor;
}

/** Convolution and batch norm, and beside them the one convolution they are folded into. */
export function bothForms(setting: FoldSetting): Graph {
	const outChannels = setting.kernel.length;
	const inChannels = inputOf(setting).shape[1]!;
	const builder = new GraphBuilder();
	const shape =
		setting.convolution === '1x1'
			? { kernel: 1, padding: 0, groups: 1 }
			: { kernel: 3, padding: 1, groups: outChannels };
	const convolution = {
		kind: 'convolution',
		inChannels,
		outChannels,
		stride: 1,
		...shape
	} as const;
	builder.add('convolution', { ...convolution, bias: setting.hasBias }, INPUT);
	builder.add('norm', { kind: 'batch-norm', channels: outChannels }, 'convolution');
	const folded = builder.add('folded', { ...convolution, bias: true }, INPUT);
	return builder.finish(inChannels, folded);
}

/** The weights of `bothForms`. */
export function weightsOf(setting: FoldSetting, folded: FoldedTensors): StateDict {
	const bias = biasTensor(setting);
	const norm = batchNormTensors(setting);
	return new Map([
		['convolution.weight', kernelTensor(setting)],
		...(bias ? [['convolution.bias', bias] as const] : []),
		['norm.weight', norm.gamma],
		['norm.bias', norm.beta],
		['norm.running_mean', norm.mean],
		['norm.running_var', norm.variance],
		['folded.weight', folded.kernel],
		['folded.bias', folded.bias]
	]);
}
