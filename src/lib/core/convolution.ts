/** Convolutions as PyTorch's `nn.Conv2d` has them, and the BN and ReLU that follow, as parts of a graph. */
import type { GraphBuilder } from './graph.ts';

export interface ConvolutionPlan {
	readonly inChannels: number;
	readonly outChannels: number;
	readonly kernel?: number;
	readonly stride?: number;
	readonly groups?: number;
}

/** One kernel for each channel, which it reads alone. */
export function depthwisePlan(channels: number, kernel: number, stride = 1): ConvolutionPlan {
	return { inChannels: channels, outChannels: channels, kernel, stride, groups: channels };
}

/** Names of the PyTorch modules that make up convolution, BN and ReLU. */
interface ConvolutionNames {
	readonly convolution: string;
	readonly batchNorm: string;
	readonly relu?: string;
}

/**
 * Convolution → BN (→ ReLU, when it has a name); in folded form the BN is gone and the convolution
 * has a bias. Returns the name of the last node.
 */
export function addConvolutionNorm(
	builder: GraphBuilder,
	input: string,
	plan: ConvolutionPlan,
	names: ConvolutionNames,
	folded: boolean
): string {
	let last = addConvolution(builder, input, plan, names.convolution, folded);
	if (!folded) {
		last = builder.add(names.batchNorm, { kind: 'batch-norm', channels: plan.outChannels }, last);
	}
	return names.relu === undefined ? last : builder.add(names.relu, { kind: 'relu' }, last);
}

/** A convolution with PyTorch's symmetric padding, kernel / 2 rounded down on each side. */
export function addConvolution(
	builder: GraphBuilder,
	input: string,
	{ inChannels, outChannels, kernel = 1, stride = 1, groups = 1 }: ConvolutionPlan,
	name: string,
	bias: boolean
): string {
	const padding = Math.floor(kernel / 2);
	return builder.add(
		name,
		{ kind: 'convolution', inChannels, outChannels, kernel, stride, padding, groups, bias },
		input
	);
}
