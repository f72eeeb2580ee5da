/** Kernels as they are drawn: every channel's taps, their scales, and what folding makes of one. */
import { batchNormScaleShift, identityKernel } from '#lib/core/fold/fold.ts';
import type { Picture } from '#lib/scene/atlas.ts';
import { colourScale, type ColourScale } from '#lib/scene/colour-scale.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import type { Norm, Trained } from './props.ts';

export interface KernelShape {
	/** Output channels: one kernel each. */
	readonly kernels: number;
	/** Input channels that each of them reads. */
	readonly planes: number;
	/** Rows and columns of one plane. */
	readonly side: number;
	/** A matrix of single taps, one square for each channel, or several planes. */
	readonly layout: 'matrix' | 'depthwise' | 'planes';
}

export function kernelShape({ shape }: Pick<Tensor, 'shape'>): KernelShape {
	const [kernels = 0, planes = 1, side = 1] = shape;
	const layout = side === 1 ? 'matrix' : planes === 1 ? 'depthwise' : 'planes';
	return { kernels, planes, side, layout };
}

/** All taps of one output channel, plane by plane. */
export function tapsOf({ shape, data }: Tensor, channel: number): Float32Array {
	const { planes, side } = kernelShape({ shape });
	const taps = planes * side * side;
	return data.subarray(channel * taps, (channel + 1) * taps);
}

/** Signed, with zero in the middle, for everything that is compared. */
export function signedScale(...values: readonly ArrayLike<number>[]): ColourScale {
	let largest = 0;
	for (const list of values) {
		for (let index = 0; index < list.length; index++) {
			const size = Math.abs(list[index]!);
			if (Number.isFinite(size) && size > largest) largest = size;
		}
	}
	return colourScale(-largest, largest, true);
}

/** γ / √(σ² + ε) and β − μ·γ / √(σ² + ε) of every channel. */
export function scaleAndShift(norm: Norm): { scale: Float64Array; shift: Float64Array } {
	const vector = (data: Float32Array): Tensor => ({ shape: [data.length], data });
	return batchNormScaleShift({
		gamma: vector(norm.gamma),
		beta: vector(norm.beta),
		mean: vector(norm.mean),
		variance: vector(norm.variance)
	});
}

/** A branch beside the convolution, as a kernel of the same size. */
interface BranchPart {
	/** 1 in the centre. */
	readonly delta: Float32Array;
	readonly scale: number;
	readonly shift: number;
}

/** What folding adds up to for one output channel: scale · taps + Σ scale · δ, and the shifts. */
interface FoldParts {
	readonly taps: Float32Array;
	readonly scale: number;
	readonly shift: number;
	readonly bias: number | null;
	readonly branches: readonly BranchPart[];
}

export function foldParts(trained: Trained, channel: number): FoldParts {
	const { kernel, norm, branches, bias } = trained;
	const { side } = kernelShape(kernel);
	const own = norm && scaleAndShift(norm);
	return {
		taps: tapsOf(kernel, channel),
		scale: own?.scale[channel] ?? 1,
		shift: own?.shift[channel] ?? 0,
		bias: bias?.[channel] ?? null,
		branches: branches.map((branch) => {
			const parts = branch && scaleAndShift(branch);
			return {
				delta: identityKernel(1, side).data,
				scale: parts?.scale[channel] ?? 1,
				shift: parts?.shift[channel] ?? 0
			};
		})
	};
}

/**
 * Three planes as one picture in colour: grey where all taps are 0, and in each plane brighter above 0,
 * darker below.
 * @param largest the tap that gives the full colour
 */
export function composeColour(taps: Float32Array, side: number, largest: number): Picture {
	const area = side * side;
	const rgba = new Uint8ClampedArray(4 * area);
	for (let at = 0; at < area; at++) {
		for (let plane = 0; plane < 3; plane++) {
			rgba[4 * at + plane] = 127.5 * (1 + taps[plane * area + at]! / largest);
		}
		rgba[4 * at + 3] = 255;
	}
	return { width: side, height: side, rgba };
}
