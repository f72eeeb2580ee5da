/**
 * A RepGhost module after each step of folding, as a graph that runs and equals the original:
 *
 *     run               ReLU( BN₁(W∗x) + BN₂(x) )
 *     scale-and-shift   ReLU( s·(W∗x) + t + BN₂(x) )
 *     scale-kernel      ReLU( (sW)∗x + t + BN₂(x) )
 *     kernel-bias       ReLU( conv(sW, t) + BN₂(x) )
 *     identity-kernel   ReLU( conv(sW, t) + BN₂(δ∗x) )
 *     scale-identity    ReLU( conv(sW, t) + (s₂δ)∗x + t₂ )
 *     identity-bias     ReLU( conv(sW, t) + conv(s₂δ, t₂) )
 *     add-kernels       ReLU( (sW + s₂δ)∗x + t + t₂ )
 *     add-biases        ReLU( conv(sW + s₂δ, t + t₂) )
 *     replace, compare  the module in its folded form
 *
 * with x the output of the primary convolution (RepGhost paper, Fig. 3 d and e, and
 * `get_equivalent_kernel_bias` of the authors' code). Nodes keep their names from step to step.
 */
import { addConvolution, addConvolutionNorm, depthwisePlan } from '#lib/core/convolution.ts';
import { isFrom, type FoldStep } from './fold-step-names.ts';
import { GraphBuilder, INPUT, type Graph } from '#lib/core/graph.ts';
import { buildModule, type ModulePlan } from '#lib/core/network/modules.ts';

/** Names of the nodes that folding changes. */
export const FOLD_NODES = {
	depthwise: 'cheap_operation.0',
	depthwiseNorm: 'cheap_operation.1',
	depthwiseRelu: 'cheap_operation.relu',
	identity: 'fusion_bn.kernel',
	identityNorm: 'fusion_bn.0',
	add: 'add',
	relu: 'relu',
	/** The one convolution that is left, under the name that the authors' converter gives it. */
	fused: 'cheap_operation'
} as const;

/** Side of every cheap operation's kernel. */
const KERNEL = 3;

/** What the original asks that folding does not know of. */
export interface ModuleQuirks {
	/** A ReLU inside the depthwise branch; it lasts as long as the branch does. */
	readonly reluBeforeAdd?: boolean;
}

/** Whether the module has a branch that can be folded step by step. */
export function hasFoldableBranch({
	family,
	branch
}: Pick<ModulePlan, 'family' | 'branch'>): boolean {
	return family === 'repghost' && (branch === 'bn' || branch === 'identity');
}

/** The node whose output both branches read. */
export function branchInput({ relu }: Pick<ModulePlan, 'relu'>): string {
	return relu ? 'primary_conv.2' : 'primary_conv.1';
}

/**
 * The module after `step`, its keys without prefix.
 * @throws Error when the module has no BN or identity branch
 */
export function foldStepGraph(plan: ModulePlan, step: FoldStep, quirks: ModuleQuirks = {}): Graph {
	if (!hasFoldableBranch(plan)) {
		throw new Error(
			`Only a RepGhost module with one branch can be folded step by step; this is a ${plan.family} module with branch "${plan.branch}".`
		);
	}
	if (isFrom(step, 'replace')) return buildModule({ ...plan, form: 'deploy' });
	const { inChannels, outChannels } = plan;
	const builder = new GraphBuilder();
	const x = addConvolutionNorm(
		builder,
		INPUT,
		{ inChannels, outChannels },
		{
			convolution: 'primary_conv.0',
			batchNorm: 'primary_conv.1',
			...(plan.relu && { relu: 'primary_conv.2' })
		},
		false
	);
	const sum = isFrom(step, 'add-kernels')
		? addSummed(builder, x, plan, step)
		: addTwoBranches(builder, x, plan, step, quirks);
	const output = plan.relu ? builder.add(FOLD_NODES.relu, { kind: 'relu' }, sum) : sum;
	return builder.finish(inChannels, output);
}

function addTwoBranches(
	builder: GraphBuilder,
	x: string,
	plan: ModulePlan,
	step: FoldStep,
	{ reluBeforeAdd = false }: ModuleQuirks
): string {
	let depthwise = addDepthwiseBranch(builder, x, plan.outChannels, step);
	if (reluBeforeAdd) depthwise = builder.add(FOLD_NODES.depthwiseRelu, { kind: 'relu' }, depthwise);
	return builder.add(
		FOLD_NODES.add,
		{ kind: 'add' },
		depthwise,
		addIdentityBranch(builder, x, plan, step)
	);
}

function addDepthwiseBranch(
	builder: GraphBuilder,
	x: string,
	channels: number,
	step: FoldStep
): string {
	const hasBias = isFrom(step, 'kernel-bias');
	const plan = depthwisePlan(channels, KERNEL);
	const convolution = addConvolution(builder, x, plan, FOLD_NODES.depthwise, hasBias);
	if (hasBias) return convolution;
	const kind = isFrom(step, 'scale-kernel')
		? 'shift'
		: isFrom(step, 'scale-and-shift')
			? 'scale-shift'
			: 'batch-norm';
	return builder.add(FOLD_NODES.depthwiseNorm, { kind, channels }, convolution);
}

function addIdentityBranch(
	builder: GraphBuilder,
	x: string,
	{ outChannels: channels, branch }: ModulePlan,
	step: FoldStep
): string {
	const hasNorm = branch === 'bn' && !isFrom(step, 'identity-bias');
	const plan = depthwisePlan(channels, KERNEL);
	const source = isFrom(step, 'identity-kernel')
		? addConvolution(builder, x, plan, FOLD_NODES.identity, isFrom(step, 'identity-bias'))
		: x;
	if (!hasNorm) return source;
	const kind = isFrom(step, 'scale-identity') ? 'shift' : 'batch-norm';
	return builder.add(FOLD_NODES.identityNorm, { kind, channels }, source);
}

/** One kernel for both branches; its two biases are added behind it until they are one, too. */
function addSummed(
	builder: GraphBuilder,
	x: string,
	{ outChannels: channels }: ModulePlan,
	step: FoldStep
): string {
	const hasBias = isFrom(step, 'add-biases');
	const plan = depthwisePlan(channels, KERNEL);
	const convolution = addConvolution(builder, x, plan, FOLD_NODES.depthwise, hasBias);
	if (hasBias) return convolution;
	const shifted = builder.add(FOLD_NODES.depthwiseNorm, { kind: 'shift', channels }, convolution);
	return builder.add(FOLD_NODES.identityNorm, { kind: 'shift', channels }, shifted);
}
