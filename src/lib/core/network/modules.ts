/**
 * Ghost module and RepGhost module as graphs.
 *
 * Sources: GhostNet (arXiv 1911.11907) and Huawei's code; RepGhost (arXiv 2211.06088) §3 and Fig. 3, and
 * the authors' code (`model/repghost.py`).
 */
import {
	addConvolution,
	addConvolutionNorm,
	depthwisePlan,
	type ConvolutionPlan
} from '#lib/core/convolution.ts';
import {
	GraphBuilder,
	INPUT,
	joinName,
	type Branch,
	type Form,
	type Graph
} from '#lib/core/graph.ts';

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
			depthwisePlan(half, CHEAP_KERNEL),
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
	const depthwise = depthwisePlan(channels, CHEAP_KERNEL);
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

/** A module on its own, its keys without prefix. */
export function buildModule(plan: ModulePlan): Graph {
	const builder = new GraphBuilder();
	return builder.finish(plan.inChannels, addModule(builder, INPUT, plan, ''));
}
