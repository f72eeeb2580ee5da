/**
 * Folding the five drawings of `module-evolution.ts`, allowed or not. The paths of (c) and (d) are
 * linear up to their sum, so one convolution does what both do. (a) and (b) have a ReLU inside a path;
 * whoever folds them anyway has to leave it out.
 */
import { addConvolution } from '#lib/core/convolution.ts';
import {
	addBranches,
	batchNormOf,
	fuseBatchNorm,
	fuseIdentityBatchNorm,
	identityKernel,
	tensorOf,
	type KernelBias
} from './fold.ts';
import { GraphBuilder, INPUT, type Graph } from '#lib/core/graph.ts';
import { EVOLUTION_NODES, evolutionGraph, type EvolutionForm } from './module-evolution.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';

/** The forms that still have a path to fold. */
export type UnfoldedForm = Exclude<EvolutionForm, 'folded'>;

/** Both paths of a form, each as a depthwise convolution [C, 1, 3, 3] with a bias [C]. */
export interface Paths {
	readonly depthwise: KernelBias;
	readonly beside: KernelBias;
}

interface Runnable {
	readonly graph: Graph;
	readonly state: StateDict;
}

const NAMES = EVOLUTION_NODES;

/** Each path of a form as a convolution, a ReLU inside it left out. */
export function foldPaths(form: UnfoldedForm, state: StateDict): Paths {
	const kernel = tensorOf(state, `${NAMES.depthwise}.weight`);
	return {
		depthwise: fuseBatchNorm(kernel, undefined, batchNormOf(state, NAMES.depthwiseNorm)),
		beside:
			form === 'training-time'
				? fuseIdentityBatchNorm(batchNormOf(state, NAMES.branchNorm))
				: identityPath(kernel.shape[0]!)
	};
}

/** A path that changes nothing: the identity kernel, and no bias. */
export function identityPath(channels: number): KernelBias {
	return {
		kernel: identityKernel(channels),
		bias: { shape: [channels], data: new Float32Array(channels) }
	};
}

/**
 * One convolution in the place of both paths, and behind it what stands behind their join: nothing in
 * (a) and (b), ReLU in (c) and (d). For (a) it makes 2C maps, so it is a dense one.
 */
export function foldForm(form: UnfoldedForm, paths: Paths): Runnable {
	const channels = paths.depthwise.bias.data.length;
	const { kernel, bias } = form === 'ghost' ? stackPaths(paths) : addPaths(paths);
	const state = new Map([
		[`${NAMES.fused}.weight`, kernel],
		[`${NAMES.fused}.bias`, bias]
	]);
	if (form === 'relu-moved' || form === 'training-time') {
		return { graph: evolutionGraph('folded', channels), state };
	}
	const builder = new GraphBuilder();
	const outChannels = bias.data.length;
	const groups = form === 'ghost' ? 1 : channels;
	const plan = { inChannels: channels, outChannels, kernel: 3, groups };
	const output = addConvolution(builder, INPUT, plan, NAMES.fused, true);
	return { graph: builder.finish(channels, output), state };
}

/** One depthwise convolution with what both have: W + W′ and b + b′. */
export function addPaths({ depthwise, beside }: Paths): KernelBias {
	return addBranches(depthwise, beside);
}

/** Both depthwise kernels one after the other, spread over all input channels: [2C, C, 3, 3]. */
function stackPaths({ depthwise, beside }: Paths): KernelBias {
	const channels = depthwise.bias.data.length;
	const taps = depthwise.kernel.data.length / channels;
	const data = new Float32Array(2 * channels * channels * taps);
	[beside.kernel, depthwise.kernel].forEach((kernel, half) => {
		for (let channel = 0; channel < channels; channel++) {
			const at = ((half * channels + channel) * channels + channel) * taps;
			data.set(kernel.data.subarray(channel * taps, (channel + 1) * taps), at);
		}
	});
	const side = Math.round(Math.sqrt(taps));
	return {
		kernel: { shape: [2 * channels, channels, side, side], data },
		bias: joined(beside.bias, depthwise.bias)
	};
}

function joined(a: Tensor, b: Tensor): Tensor {
	return { shape: [a.data.length + b.data.length], data: Float32Array.of(...a.data, ...b.data) };
}
