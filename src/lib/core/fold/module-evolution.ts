/**
 * From the Ghost module to the RepGhost module in five drawings, each one change away from the one
 * before (RepGhost paper, §3 and Fig. 3 a to e), with W the kernel of the cheap operation:
 *
 *     ghost          concat( x, ReLU(BN₁(W∗x)) )      a, 2C channels
 *     add            x + ReLU(BN₁(W∗x))               b
 *     relu-moved     ReLU( x + BN₁(W∗x) )             c
 *     training-time  ReLU( BN₂(x) + BN₁(W∗x) )        d, the RepGhost module while it trains
 *     folded         ReLU( conv(sW + s₂δ, t + t₂) )   e, the RepGhost module folded
 *
 * Where several have an operation, it has one name and the same weights. The 1×1 convolution that makes
 * x is left out, as in the paper, unless asked for; its own batch norm is folded into it.
 */
import { addConvolution, depthwisePlan } from '#lib/core/convolution.ts';
import { GraphBuilder, INPUT, type Graph } from '#lib/core/graph.ts';

export const EVOLUTION = ['ghost', 'add', 'relu-moved', 'training-time', 'folded'] as const;

export type EvolutionForm = (typeof EVOLUTION)[number];

/** Names of the operations, as in the modules of the network. */
export const EVOLUTION_NODES = {
	primary: 'primary_conv.0',
	primaryRelu: 'primary_conv.2',
	depthwise: 'cheap_operation.0',
	depthwiseNorm: 'cheap_operation.1',
	branchNorm: 'fusion_bn.0',
	concat: 'concat',
	add: 'add',
	relu: 'relu',
	/** The one convolution of the folded form. */
	fused: 'cheap_operation'
} as const;

const KERNEL = 3;
const NAMES = EVOLUTION_NODES;

/**
 * A drawing of the five as a graph.
 * @param channels C, the maps of x
 * @param pictureChannels of the picture that the 1×1 convolution reads; 0 leaves it out
 */
export function evolutionGraph(form: EvolutionForm, channels: number, pictureChannels = 0): Graph {
	const builder = new GraphBuilder();
	const x =
		pictureChannels === 0
			? INPUT
			: builder.add(
					NAMES.primaryRelu,
					{ kind: 'relu' },
					addConvolution(
						builder,
						INPUT,
						{ inChannels: pictureChannels, outChannels: channels },
						NAMES.primary,
						true
					)
				);
	const output = addForm(builder, x, form, channels);
	return builder.finish(pictureChannels || channels, output);
}

function addForm(builder: GraphBuilder, x: string, form: EvolutionForm, channels: number): string {
	const relu = (input: string) => builder.add(NAMES.relu, { kind: 'relu' }, input);
	const sum = (...inputs: [string, string]) => builder.add(NAMES.add, { kind: 'add' }, ...inputs);
	const plan = depthwisePlan(channels, KERNEL);
	if (form === 'folded') return relu(addConvolution(builder, x, plan, NAMES.fused, true));
	const convolution = addConvolution(builder, x, plan, NAMES.depthwise, false);
	const norm = { kind: 'batch-norm', channels } as const;
	const made = builder.add(NAMES.depthwiseNorm, norm, convolution);
	switch (form) {
		case 'ghost': {
			const join = { kind: 'concat', channels: 2 * channels } as const;
			return builder.add(NAMES.concat, join, x, relu(made));
		}
		case 'add':
			return sum(relu(made), x);
		case 'relu-moved':
			return relu(sum(made, x));
		case 'training-time':
			return relu(sum(made, builder.add(NAMES.branchNorm, norm, x)));
	}
}
