/**
 * Kernels of 3 × 3 and what they do to a map. A depthwise convolution has one kernel for each channel;
 * a dense one has one for each pair of an output and an input channel, and here all of its taps but the
 * centres are zero.
 */
import { identityKernel } from '#lib/core/fold/fold.ts';
import { GraphBuilder, INPUT, type Graph } from '#lib/core/graph.ts';
import { createTensor, type StateDict, type Tensor } from '#lib/core/tensor.ts';

export const KERNEL_NAMES = ['centre', 'ones', 'ninths', 'top-left'] as const;
export type KernelName = (typeof KERNEL_NAMES)[number];

/** Nine taps, row by row. */
type Taps = readonly number[];

const single = (at: number): Taps => Array.from({ length: 9 }, (_, tap) => (tap === at ? 1 : 0));

export const KERNELS: Readonly<Record<KernelName, Taps>> = {
	centre: single(4),
	ones: Array<number>(9).fill(1),
	ninths: Array<number>(9).fill(1 / 9),
	'top-left': single(0)
};

/** What is written into the centres of a dense convolution of three channels. */
export const MIX_NAMES = ['centre', 'identity'] as const;
export type MixName = (typeof MIX_NAMES)[number];

/** Centre taps, [output][input]. */
type Mix = readonly (readonly number[])[];

export const MIXES: Readonly<Record<MixName, Mix>> = {
	/** A 1 in every centre: each output is the sum of all inputs. */
	centre: [
		[1, 1, 1],
		[1, 1, 1],
		[1, 1, 1]
	],
	/** A 1 only where input and output are the same channel. */
	identity: [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1]
	]
};

export interface KernelSetting {
	readonly dense: boolean;
	readonly stride: 1 | 2;
	/** Of the depthwise convolution. */
	readonly taps: Taps;
	/** Of the dense one. */
	readonly mix: Mix;
}

/** The named kernel with these taps, if any. */
export function nameOfTaps(taps: Taps): KernelName | null {
	return KERNEL_NAMES.find((name) => KERNELS[name].every((tap, at) => tap === taps[at])) ?? null;
}

export function nameOfMix(mix: Mix): MixName | null {
	const isSame = (name: MixName): boolean =>
		MIXES[name].flat().every((tap, at) => tap === mix.flat()[at]);
	return MIX_NAMES.find(isSame) ?? null;
}

/** One 3 × 3 convolution without bias, of one channel, or dense from three to three. */
export function convolutionOf({ dense, stride }: KernelSetting): Graph {
	const channels = dense ? 3 : 1;
	const builder = new GraphBuilder();
	const output = builder.add(
		'convolution',
		{
			kind: 'convolution',
			inChannels: channels,
			outChannels: channels,
			kernel: 3,
			stride,
			padding: 1,
			groups: 1,
			bias: false
		},
		INPUT
	);
	return builder.finish(channels, output);
}

/** The weights of `convolutionOf`. */
export function weightsOf({ dense, taps, mix }: KernelSetting): StateDict {
	return new Map([['convolution.weight', dense ? denseKernel(mix) : depthwiseKernel(taps)]]);
}

function depthwiseKernel(taps: Taps): Tensor {
	return createTensor([1, 1, 3, 3], Float32Array.from(taps));
}

/** [3, 3, 3, 3]: δ times each of the centres. */
function denseKernel(mix: Mix): Tensor {
	const delta = identityKernel(1).data;
	const data = mix.flat().flatMap((centre) => [...delta].map((tap) => tap * centre));
	return createTensor([3, 3, 3, 3], Float32Array.from(data));
}
