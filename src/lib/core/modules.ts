/**
 * Ghost module, RepGhost module, squeeze-excite and bottleneck as graphs.
 *
 * Sources: GhostNet (arXiv 1911.11907) §3.1 and Fig. 2, 3; RepGhost (arXiv 2211.06088) §3.2, §3.3 and
 * Fig. 3, 4; the authors' code (`model/repghost.py`) where the papers are silent.
 */
import { GraphBuilder, INPUT, joinName, type Branch, type Form, type Graph } from './graph.ts';
import { roundChannels } from './round-channels.ts';

export interface ConvolutionPlan {
	readonly inChannels: number;
	readonly outChannels: number;
	readonly kernel?: number;
	readonly stride?: number;
	readonly groups?: number;
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

export interface ModulePlan {
	readonly family: 'ghost' | 'repghost';
	readonly inChannels: number;
	readonly outChannels: number;
	/** First module of a bottleneck: yes; second: no ReLU anywhere, not even after the primary convolution. */
	readonly relu: boolean;
	/** RepGhost only; a Ghost module has none. */
	readonly branch: Branch;
	readonly form: Form;
}

/** The kernel of every cheap operation; the 5 in the bottleneck tables is for `conv_dw` and shortcut. */
const CHEAP_KERNEL = 3;

/** Adds a Ghost or RepGhost module under the prefix `name`; returns its output node. */
export function addModule(
	builder: GraphBuilder,
	input: string,
	plan: ModulePlan,
	name: string
): string {
	const { family, branch, outChannels } = plan;
	builder.module({ name, family, branch, channels: outChannels });
	const add = family === 'ghost' ? addGhostModule : addRepGhostModule;
	return add(builder, input, plan, name);
}

function addPrimary(
	builder: GraphBuilder,
	input: string,
	plan: ModulePlan,
	outChannels: number,
	name: string
): string {
	return builder.layer(joinName(name, 'primary_conv'), 'convolution', () =>
		addConvolutionNorm(
			builder,
			input,
			{ inChannels: plan.inChannels, outChannels },
			{
				convolution: joinName(name, 'primary_conv.0'),
				batchNorm: joinName(name, 'primary_conv.1'),
				...(plan.relu && { relu: joinName(name, 'primary_conv.2') })
			},
			plan.form === 'folded'
		)
	);
}

/** Primary convolution makes half the maps, a depthwise one the other half; joined, primary first. */
function addGhostModule(
	builder: GraphBuilder,
	input: string,
	plan: ModulePlan,
	name: string
): string {
	const half = Math.ceil(plan.outChannels / 2);
	const primary = addPrimary(builder, input, plan, half, name);
	const cheap = builder.layer(joinName(name, 'cheap_operation'), 'depthwise convolution', () =>
		addConvolutionNorm(
			builder,
			primary,
			{ inChannels: half, outChannels: half, kernel: CHEAP_KERNEL, groups: half },
			{
				convolution: joinName(name, 'cheap_operation.0'),
				batchNorm: joinName(name, 'cheap_operation.1'),
				...(plan.relu && { relu: joinName(name, 'cheap_operation.2') })
			},
			plan.form === 'folded'
		)
	);
	return builder.add(
		joinName(name, 'concat'),
		{ kind: 'concat', channels: plan.outChannels },
		primary,
		cheap
	);
}

/** Primary convolution makes all maps; depthwise + BN, plus the branches, are added, then one ReLU. */
function addRepGhostModule(
	builder: GraphBuilder,
	input: string,
	plan: ModulePlan,
	name: string
): string {
	const channels = plan.outChannels;
	const primary = addPrimary(builder, input, plan, channels, name);
	const depthwise = {
		inChannels: channels,
		outChannels: channels,
		kernel: CHEAP_KERNEL,
		groups: channels
	};
	const sum = hasOneDepthwise(plan)
		? addConvolution(builder, primary, depthwise, joinName(name, 'cheap_operation'), true)
		: addBranches(builder, primary, depthwise, plan.branch, name);
	return plan.relu ? builder.add(joinName(name, 'relu'), { kind: 'relu' }, sum) : sum;
}

/** The authors' converter returns modules without branches unchanged: in `deploy` their BN stays. */
function hasOneDepthwise({ form, branch }: ModulePlan): boolean {
	return form === 'folded' || (form === 'deploy' && branch !== 'none');
}

function addBranches(
	builder: GraphBuilder,
	primary: string,
	depthwise: ConvolutionPlan,
	branch: Branch,
	name: string
): string {
	let sum = builder.layer(joinName(name, 'cheap_operation'), 'depthwise convolution', () =>
		addConvolutionNorm(
			builder,
			primary,
			depthwise,
			{
				convolution: joinName(name, 'cheap_operation.0'),
				batchNorm: joinName(name, 'cheap_operation.1')
			},
			false
		)
	);
	if (branch === 'bn' || branch === 'both') {
		const fusion = builder.layer(joinName(name, 'fusion_bn'), 'batch norm branch', () =>
			builder.add(
				joinName(name, 'fusion_bn.0'),
				{ kind: 'batch-norm', channels: depthwise.outChannels },
				primary
			)
		);
		sum = builder.add(joinName(name, 'add'), { kind: 'add' }, sum, fusion);
	}
	if (branch === 'identity' || branch === 'both') {
		sum = builder.add(joinName(name, 'add_identity'), { kind: 'add' }, sum, primary);
	}
	return sum;
}

/**
 * Squeeze-excite: x · hardSigmoid(W₂ relu(W₁ mean(x) + b₁) + b₂). Both 1×1 convolutions have biases in
 * every form; the reduced width comes from the rounded channels (0.58x: 12 from 36, not 8 from 34.8).
 */
export function addSqueezeExcite(
	builder: GraphBuilder,
	input: string,
	channels: number,
	reduced: number,
	name: string
): string {
	const pool = builder.add(joinName(name, 'pool'), { kind: 'global-average-pool' }, input);
	const reduce = builder.layer(joinName(name, 'conv_reduce'), 'convolution', () => {
		const plan = { inChannels: channels, outChannels: reduced };
		const hidden = addConvolution(builder, pool, plan, joinName(name, 'conv_reduce'), true);
		return builder.add(joinName(name, 'act1'), { kind: 'relu' }, hidden);
	});
	const expand = builder.layer(joinName(name, 'conv_expand'), 'convolution', () => {
		const plan = { inChannels: reduced, outChannels: channels };
		return addConvolution(builder, reduce, plan, joinName(name, 'conv_expand'), true);
	});
	const gate = builder.add(joinName(name, 'gate'), { kind: 'hard-sigmoid' }, expand);
	return builder.add(joinName(name, 'multiply'), { kind: 'multiply' }, input, gate);
}

/** Channels between the two convolutions of squeeze-excite. */
export function squeezeExciteChannels(channels: number): number {
	return roundChannels(channels * 0.25);
}

/** A module on its own, its keys without prefix. */
export function buildModule(plan: ModulePlan): Graph {
	const builder = new GraphBuilder();
	return builder.finish(plan.inChannels, addModule(builder, INPUT, plan, ''));
}
