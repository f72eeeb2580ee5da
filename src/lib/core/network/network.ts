/**
 * A whole RepGhostNet or GhostNet as a graph: stem, bottlenecks, last 1×1 convolution, and the head,
 * which pools first and then has a biased 1×1 convolution without BN (the authors' code).
 */
import { lastChannels, planBottlenecks, stemChannels, type Architecture } from './architecture.ts';
import { addBottleneck } from './bottleneck.ts';
import { addConvolution, addConvolutionNorm } from '#lib/core/convolution.ts';
import { GraphBuilder, INPUT, type Form, type Graph } from '#lib/core/graph.ts';

/**
 * Names follow timm's state dict; layers in running order, outer after inner ones.
 * @param foldedModules modules whose branches are folded already, where the rest is not
 */
export function buildNetwork(
	architecture: Architecture,
	form: Form,
	foldedModules: ReadonlySet<string> = new Set()
): Graph {
	const builder = new GraphBuilder();
	const [inputChannels] = architecture.inputShape;
	const folded = form === 'folded';
	const bottlenecks = planBottlenecks(architecture);
	const bottleneckKind =
		architecture.family === 'ghostnet' ? 'Ghost bottleneck' : 'RepGhost bottleneck';

	let last = builder.layer('conv_stem', 'convolution', () =>
		addConvolutionNorm(
			builder,
			INPUT,
			{ inChannels: inputChannels, outChannels: stemChannels(architecture), kernel: 3, stride: 2 },
			{ convolution: 'conv_stem', batchNorm: 'bn1', relu: 'act1' },
			folded
		)
	);
	for (const bottleneck of bottlenecks) {
		const source = last;
		last = builder.layer(bottleneck.name, bottleneckKind, () =>
			addBottleneck(builder, source, { ...bottleneck, form, foldedModules }, bottleneck.name)
		);
	}
	const inChannels = bottlenecks.at(-1)?.outChannels ?? stemChannels(architecture);
	const lastName = `blocks.${architecture.stages.length}.0`;
	const beforeLast = last;
	last = builder.layer(lastName, 'convolution', () =>
		addConvolutionNorm(
			builder,
			beforeLast,
			{ inChannels, outChannels: lastChannels(architecture) },
			{
				convolution: `${lastName}.conv`,
				batchNorm: `${lastName}.bn1`,
				relu: `${lastName}.act1`
			},
			folded
		)
	);
	return builder.finish(inputChannels, addHead(builder, last, architecture));
}

function addHead(builder: GraphBuilder, input: string, architecture: Architecture): string {
	const { head, classes, dropout } = architecture;
	const pooled = builder.layer('global_pool', 'global average pool', () =>
		builder.add('global_pool', { kind: 'global-average-pool' }, input)
	);
	const hidden = builder.layer('conv_head', 'convolution', () => {
		const plan = { inChannels: lastChannels(architecture), outChannels: head };
		const convolution = addConvolution(builder, pooled, plan, 'conv_head', true);
		return builder.add('act2', { kind: 'relu' }, convolution);
	});
	return builder.layer('classifier', 'linear', () => {
		const dropped = builder.add('dropout', { kind: 'dropout', rate: dropout }, hidden);
		return builder.add(
			'classifier',
			{ kind: 'linear', inFeatures: head, outFeatures: classes },
			dropped
		);
	});
}
