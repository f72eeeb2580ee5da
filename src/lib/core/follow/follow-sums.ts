/** The long sums: a convolution's taps, a linear layer's features, a mean over a map. */
import {
	mapsOf,
	valueTerm,
	weightTerm,
	type GraphRunRecord,
	type GraphTerm,
	type MapPlace
} from './follow-run.ts';
import { product, type Factor } from './follow-term.ts';
import type { Convolution, GraphNode } from '#lib/core/graph.ts';

const PADDING: Factor<never> = { value: 0, source: null };

/** One product for each tap of the output channel's kernel, and the bias where there is one. */
export function convolutionTerms(
	run: GraphRunRecord,
	{ name, inputs }: GraphNode,
	{ kernel, stride, padding, groups, inChannels, outChannels, bias }: Convolution,
	[picture, channel, row, column]: MapPlace
): GraphTerm[] {
	const [input = ''] = inputs;
	const [, , rows = 0, columns = 0] = mapsOf(run, input).shape;
	const groupIn = inChannels / groups;
	const firstIn = Math.floor(channel / (outChannels / groups)) * groupIn;
	const taps = kernel * kernel;
	const terms = Array.from({ length: groupIn * taps }, (_, index): GraphTerm => {
		const from = firstIn + Math.floor(index / taps);
		const tap = { row: Math.floor((index % taps) / kernel), column: index % kernel };
		const y = row * stride + tap.row - padding;
		const x = column * stride + tap.column - padding;
		const outside = y < 0 || y >= rows || x < 0 || x >= columns;
		const weight = weightTerm(run, `${name}.weight`, channel * groupIn * taps + index);
		const read = outside ? [PADDING] : valueTerm(run, input, [picture, from, y, x]).factors;
		return { ...product(...weight.factors, ...read), tap, channel: from, outside };
	});
	return bias ? [...terms, weightTerm(run, `${name}.bias`, channel)] : terms;
}

/** One product for each feature, and the bias. */
export function linearTerms(
	run: GraphRunRecord,
	{ name, inputs }: GraphNode,
	[picture, output]: MapPlace
): GraphTerm[] {
	const [input = ''] = inputs;
	const features = planeTerms(run, input, picture);
	const terms = features.map((feature, index): GraphTerm => {
		const weight = weightTerm(run, `${name}.weight`, output * features.length + index);
		return { ...product(...weight.factors, ...feature.factors), channel: feature.channel! };
	});
	return [...terms, weightTerm(run, `${name}.bias`, output)];
}

/** Every value of one channel. */
export function meanTerms(
	run: GraphRunRecord,
	input: string,
	[picture, channel]: MapPlace
): GraphTerm[] {
	return planeTerms(run, input, picture).filter((term) => term.channel === channel);
}

/** Every value of one picture, channel by channel. */
function planeTerms(run: GraphRunRecord, input: string, picture: number): GraphTerm[] {
	const [, channels = 0, rows = 0, columns = 0] = mapsOf(run, input).shape;
	const plane = rows * columns;
	return Array.from({ length: channels * plane }, (_, index) => {
		const channel = Math.floor(index / plane);
		const row = Math.floor((index % plane) / columns);
		const term = valueTerm(run, input, [picture, channel, row, index % columns]);
		return { ...term, channel };
	});
}
