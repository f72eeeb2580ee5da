/** Squeeze-excite as both families use it (the authors' code and timm's). */
import { addConvolution } from '#lib/core/convolution.ts';
import { joinName, type GraphBuilder } from '#lib/core/graph.ts';
import { roundChannels } from './round-channels.ts';

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
