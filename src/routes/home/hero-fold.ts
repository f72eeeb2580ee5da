/**
 * The toy module on its way from two branches to one kernel, held anywhere in between. With the share f
 * of the branch folded,
 *
 *     ReLU( conv(sW + f·s₂δ, t + f·t₂) + (1 − f)·(s₂x + t₂) )
 *
 * which is the same for every f: what the branch loses, the kernel gains (RepGhost paper, Fig. 3 d, e).
 */
import { addConvolution, addConvolutionNorm } from '#lib/core/convolution.ts';
import {
	addBranches,
	batchNormOf,
	batchNormScaleShift,
	fuseBatchNorm,
	fuseIdentityBatchNorm,
	tensorOf,
	type KernelBias
} from '#lib/core/fold/fold.ts';
import { FOLD_NODES, foldStepGraph } from '#lib/core/fold/fold-graphs.ts';
import { GraphBuilder, INPUT, type Graph } from '#lib/core/graph.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';
import { TOY_PLAN, TOY_STATE } from '#lib/core/fold/toy-module.ts';

const NODES = FOLD_NODES;
const CHANNELS = TOY_PLAN.outChannels;
/** Steps of the slider; each moves 0.03, so that two decimals are enough. */
export const SHARES = 20;
/** The tap in the middle of a kernel of nine. */
export const CENTRE = 4;

const depthwise = fuseBatchNorm(
	tensorOf(TOY_STATE, `${NODES.depthwise}.weight`),
	undefined,
	batchNormOf(TOY_STATE, NODES.depthwiseNorm)
);
const branch = batchNormOf(TOY_STATE, NODES.identityNorm);

/** The module in its training-time form, batch norms and all. */
export const REFERENCE = { graph: foldStepGraph(TOY_PLAN, 'run'), state: TOY_STATE };

/** What one channel of the kernel and its branch hold when `share` of the branch is folded. */
export interface HeldNumbers {
	/** Nine taps, row by row. */
	readonly kernel: readonly number[];
	/** The kernel's centre before anything is folded, and what it has taken up. */
	readonly centre: number;
	readonly taken: number;
	/** What the branch still multiplies by. */
	readonly left: number;
}

/** The numbers of the toy's first channel. */
export function numbersAt(share: number): HeldNumbers {
	const taps = depthwise.kernel.data.subarray(0, 9);
	const scale = batchNormScaleShift(branch).scale[0] ?? 0;
	const centre = taps[CENTRE] ?? 0;
	return {
		kernel: Array.from(taps, (tap, index) => (index === CENTRE ? tap + share * scale : tap)),
		centre,
		taken: share * scale,
		left: (1 - share) * scale
	};
}

/** The module with `share` of its branch folded, 0 to 1; at 1 the branch is gone. */
export function heldModule(share: number): { readonly graph: Graph; readonly state: StateDict } {
	const { kernel, bias } = addBranches(depthwise, scaled(fuseIdentityBatchNorm(branch), share));
	if (share >= 1) {
		const state = new Map([
			...TOY_STATE,
			[`${NODES.fused}.weight`, kernel],
			[`${NODES.fused}.bias`, bias]
		]);
		return { graph: foldStepGraph(TOY_PLAN, 'replace'), state };
	}
	const { scale, shift } = batchNormScaleShift(branch);
	const rest = (values: Float64Array): Tensor => ({
		shape: [CHANNELS],
		data: Float32Array.from(values, (value) => (1 - share) * value)
	});
	const state = new Map([
		...TOY_STATE,
		[`${NODES.depthwise}.weight`, kernel],
		[`${NODES.depthwise}.bias`, bias],
		[`${NODES.identityNorm}.scale`, rest(scale)],
		[`${NODES.identityNorm}.shift`, rest(shift)]
	]);
	return { graph: HELD_GRAPH, state };
}

function scaled({ kernel, bias }: KernelBias, factor: number): KernelBias {
	const times = ({ shape, data }: Tensor) => ({ shape, data: data.map((value) => value * factor) });
	return { kernel: times(kernel), bias: times(bias) };
}

/** Two branches, of which the second is a scale and a shift. */
function heldGraph(): Graph {
	const builder = new GraphBuilder();
	const x = addConvolutionNorm(
		builder,
		INPUT,
		TOY_PLAN,
		{ convolution: 'primary_conv.0', batchNorm: 'primary_conv.1', relu: 'primary_conv.2' },
		false
	);
	const plan = { inChannels: CHANNELS, outChannels: CHANNELS, kernel: 3, groups: CHANNELS };
	const sum = builder.add(
		NODES.add,
		{ kind: 'add' },
		addConvolution(builder, x, plan, NODES.depthwise, true),
		builder.add(NODES.identityNorm, { kind: 'scale-shift', channels: CHANNELS }, x)
	);
	return builder.finish(TOY_PLAN.inChannels, builder.add(NODES.relu, { kind: 'relu' }, sum));
}

const HELD_GRAPH = heldGraph();
