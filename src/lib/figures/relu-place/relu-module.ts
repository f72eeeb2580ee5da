/**
 * The same question in a module: the toy's two branches a = BN₁(W∗x) and b = BN₂(x), with the ReLU
 * behind the add, as in RepGhost, or inside each branch, and both folded into one convolution with a
 * ReLU behind it (RepGhost paper, Fig. 3 b to e). Folding adds a and b; it knows no ReLU between them.
 */
import { addConvolution, addConvolutionNorm } from '#lib/core/convolution.ts';
import { FOLD_NODES } from '#lib/core/fold/fold-graphs.ts';
import { GraphBuilder, INPUT, type Graph } from '#lib/core/graph.ts';
import { compareLogits, type Agreement } from '#lib/core/maps/predictions.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import { TOY_PICTURES, TOY_PLAN, TOY_STATE, type ToyPicture } from '#lib/core/fold/toy-module.ts';
import type { Experiment } from '../limits/experiment.ts';
import { FOLDED_TOY_GRAPH, foldedToy, TOY_GRAPH } from '../limits/folded-toy.ts';
import { reluSum, type ReluSum } from './relu-sum.ts';

type ReluPlace = 'behind' | 'inside';

export interface ReluSetting {
	readonly place: ReluPlace;
	readonly picture: ToyPicture;
}

/** Tensors [1, C, H, W]. */
export interface ReluRun {
	/** Output of each branch before any ReLU. */
	readonly a: Tensor;
	readonly b: Tensor;
	/** Output of the two branches, and of the one convolution they were folded into. */
	readonly original: Tensor;
	readonly folded: Tensor;
	/** `original` − `folded`. */
	readonly difference: Tensor;
	readonly agreement: Agreement;
	/** Values whose difference is above the tolerance. */
	readonly wrong: number;
}

const CHANNELS = TOY_PLAN.outChannels;
const KERNEL = 3;

/** ReLU( BN₁(W∗x) ) + ReLU( BN₂(x) ), under the names of the toy's weights. */
function reluInsideGraph(): Graph {
	const builder = new GraphBuilder();
	const x = addConvolutionNorm(
		builder,
		INPUT,
		TOY_PLAN,
		{ convolution: 'primary_conv.0', batchNorm: 'primary_conv.1', relu: 'primary_conv.2' },
		false
	);
	const norm = { kind: 'batch-norm', channels: CHANNELS } as const;
	const plan = { inChannels: CHANNELS, outChannels: CHANNELS, kernel: KERNEL, groups: CHANNELS };
	const convolution = addConvolution(builder, x, plan, FOLD_NODES.depthwise, false);
	const a = builder.add(FOLD_NODES.depthwiseNorm, norm, convolution);
	const b = builder.add(FOLD_NODES.identityNorm, norm, x);
	const sum = builder.add(
		FOLD_NODES.add,
		{ kind: 'add' },
		builder.add(FOLD_NODES.depthwiseRelu, { kind: 'relu' }, a),
		builder.add('fusion_bn.relu', { kind: 'relu' }, b)
	);
	return builder.finish(TOY_PLAN.inChannels, sum);
}

const GRAPHS: Readonly<Record<ReluPlace, Graph>> = {
	behind: TOY_GRAPH,
	inside: reluInsideGraph()
};

/** Runs the module with its ReLU where the reader puts it, and the fold of its branches. */
export const runReluModule: Experiment<ReluSetting, ReluRun> = function* ({ place, picture }) {
	const input = TOY_PICTURES[picture];
	const graph = GRAPHS[place];
	const branches = [FOLD_NODES.depthwiseNorm, FOLD_NODES.identityNorm];
	const { maps } = yield { graph, state: TOY_STATE, input, keep: branches };
	const folded = yield { graph: FOLDED_TOY_GRAPH, state: foldedToy(), input, keep: [] };
	return compareRuns(
		maps.get(FOLD_NODES.depthwiseNorm)!,
		maps.get(FOLD_NODES.identityNorm)!,
		maps.get(graph.output)!,
		folded.maps.get(FOLDED_TOY_GRAPH.output)!
	);
};

function compareRuns(a: Tensor, b: Tensor, original: Tensor, folded: Tensor): ReluRun {
	const data = original.data.map((value, index) => value - folded.data[index]!);
	const agreement = compareLogits(original.data, folded.data);
	const wrong = data.filter((value) => !(Math.abs(value) <= agreement.tolerance)).length;
	return { a, b, original, folded, difference: { shape: original.shape, data }, agreement, wrong };
}

/** The two numbers that meet in one cell of a channel, and what both ways make of them. */
export function numbersAt(
	{ a, b }: Pick<ReluRun, 'a' | 'b'>,
	channel: number,
	{ row, column }: { readonly row: number; readonly column: number }
): { readonly a: number; readonly b: number } & Pick<ReluSum, 'inside' | 'behind'> {
	const [, , rows = 0, columns = 0] = a.shape;
	const index = (channel * rows + row) * columns + column;
	const numbers = { a: a.data[index]!, b: b.data[index]! };
	const { inside, behind } = reluSum(numbers.a, numbers.b);
	return { ...numbers, inside, behind };
}
