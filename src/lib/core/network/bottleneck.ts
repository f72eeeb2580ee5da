/**
 * Ghost and RepGhost bottleneck as a graph (RepGhost §3 and Fig. 4, and the authors' code):
 * module → [strided depthwise + BN, no activation] → [squeeze-excite] → module without ReLU, + shortcut.
 */
import { addConvolutionNorm, depthwisePlan } from '#lib/core/convolution.ts';
import {
	GraphBuilder,
	INPUT,
	joinName,
	type Branch,
	type Form,
	type Graph
} from '#lib/core/graph.ts';
import { addModule } from './modules.ts';
import { addSqueezeExcite } from './squeeze-excite.ts';

export interface BottleneckPlan {
	readonly family: 'ghost' | 'repghost';
	readonly branch: Branch;
	readonly form: Form;
	/** Names of modules whose branches are folded already, whatever the form of the rest. */
	readonly foldedModules?: ReadonlySet<string>;
	readonly inChannels: number;
	readonly midChannels: number;
	readonly outChannels: number;
	/** Kernel of the strided depthwise convolution and of the shortcut's; never of a cheap operation. */
	readonly kernel: number;
	readonly stride: number;
	/** Reduced channels of squeeze-excite; 0: no squeeze-excite. */
	readonly squeezeExcite: number;
	/** `none`: the paper's variant without identity shortcuts; convolutional ones stay. */
	readonly shortcut: 'identity' | 'convolution' | 'none';
}

/** The shortcut is the identity only where neither channels nor size change. */
export function shortcutKind(
	inChannels: number,
	outChannels: number,
	stride: number,
	identityShortcuts = true
): BottleneckPlan['shortcut'] {
	if (inChannels !== outChannels || stride !== 1) return 'convolution';
	return identityShortcuts ? 'identity' : 'none';
}

/** Adds a bottleneck under the prefix `name`; returns its output node. */
export function addBottleneck(
	builder: GraphBuilder,
	input: string,
	plan: BottleneckPlan,
	name: string
): string {
	const { midChannels } = plan;
	const moduleKind = plan.family === 'ghost' ? 'Ghost module' : 'RepGhost module';
	const { family, branch } = plan;
	const formOf = (module: string): Form => (plan.foldedModules?.has(module) ? 'deploy' : plan.form);
	const module = (
		source: string,
		layer: string,
		channels: { readonly inChannels: number; readonly outChannels: number; readonly relu: boolean }
	) =>
		builder.layer(joinName(name, layer), moduleKind, () =>
			addModule(
				builder,
				source,
				{ family, branch, form: formOf(joinName(name, layer)), ...channels },
				joinName(name, layer)
			)
		);

	let last = module(input, 'ghost1', {
		inChannels: plan.inChannels,
		outChannels: midChannels,
		relu: true
	});
	if (plan.stride > 1) last = addStridedDepthwise(builder, last, plan, name);
	if (plan.squeezeExcite > 0) {
		const source = last;
		last = builder.layer(joinName(name, 'se'), 'squeeze-excite', () =>
			addSqueezeExcite(builder, source, midChannels, plan.squeezeExcite, joinName(name, 'se'))
		);
	}
	last = module(last, 'ghost2', {
		inChannels: midChannels,
		outChannels: plan.outChannels,
		relu: false
	});
	if (plan.shortcut === 'none') return last;
	const shortcut =
		plan.shortcut === 'identity' ? input : addConvolutionShortcut(builder, input, plan, name);
	return builder.add(joinName(name, 'add'), { kind: 'add' }, last, shortcut);
}

function addStridedDepthwise(
	builder: GraphBuilder,
	input: string,
	{ midChannels, kernel, stride, form }: BottleneckPlan,
	name: string
): string {
	return builder.layer(joinName(name, 'conv_dw'), 'depthwise convolution', () =>
		addConvolutionNorm(
			builder,
			input,
			depthwisePlan(midChannels, kernel, stride),
			{ convolution: joinName(name, 'conv_dw'), batchNorm: joinName(name, 'bn_dw') },
			form === 'folded'
		)
	);
}

function addConvolutionShortcut(
	builder: GraphBuilder,
	input: string,
	{ inChannels, outChannels, kernel, stride, form }: BottleneckPlan,
	name: string
): string {
	const folded = form === 'folded';
	const names = (convolution: number) => ({
		convolution: joinName(name, `shortcut.${convolution}`),
		batchNorm: joinName(name, `shortcut.${convolution + 1}`)
	});
	return builder.layer(joinName(name, 'shortcut'), 'shortcut', () => {
		const depthwise = builder.layer(joinName(name, 'shortcut.0'), 'depthwise convolution', () =>
			addConvolutionNorm(
				builder,
				input,
				depthwisePlan(inChannels, kernel, stride),
				names(0),
				folded
			)
		);
		return addConvolutionNorm(builder, depthwise, { inChannels, outChannels }, names(2), folded);
	});
}

/** A bottleneck on its own, its keys without prefix. */
export function buildBottleneck(plan: BottleneckPlan): Graph {
	const builder = new GraphBuilder();
	return builder.finish(plan.inChannels, addBottleneck(builder, INPUT, plan, ''));
}
