/** What the numbers of a network are called on the way back to the picture. */
import type { Convolution, Graph } from '#lib/core/graph.ts';
import { INPUT, isDepthwise } from '#lib/core/graph.ts';
import type { ParameterShape } from '#lib/core/network/parameters.ts';
import { weightName, type SourceName } from '#lib/figures/follow-number/follow-words.ts';
import type { NetworkSource } from '#lib/state/layers/followed-numbers.svelte.ts';
import type { Strings } from '#lib/strings/strings.ts';

export interface NamedNetwork {
	readonly graph: Graph;
	/** Shapes of its tensors, by their keys. */
	readonly parameters: ReadonlyMap<string, ParameterShape>;
}

type AllWords = Pick<Strings, 'inside' | 'tensors'>;
type Sourced<Kind extends NetworkSource['kind']> = Extract<NetworkSource, { kind: Kind }>;

export function networkSourceName(
	network: NamedNetwork,
	source: NetworkSource,
	words: AllWords
): SourceName {
	switch (source.kind) {
		case 'value':
			return source.node === INPUT
				? inputName(source, words.inside)
				: valueName(network, source, words.inside);
		case 'weight':
			return nameOfWeight(network, source, words);
		case 'part': {
			const short = words.tensors.normParts[source.part];
			const of = words.inside.ofNode(short, source.node);
			const [, channel, row, column] = source.place.map((at) => String(at + 1));
			const full =
				source.part === 'centred'
					? words.tensors.atPlace(of, channel!, row!, column!)
					: words.tensors.ofChannel(of, channel!);
			return { short, full };
		}
		case 'pixel':
			return pixelName(source, words.inside);
	}
}

function valueName(
	{ graph }: NamedNetwork,
	{ node, place }: Sourced<'value'>,
	words: AllWords['inside']
): SourceName {
	const operation = graph.nodes.find(({ name }) => name === node)?.operation;
	const kind = operation?.kind === 'convolution' ? convolutionKind(operation) : operation?.kind;
	const short = kind ? words.operations[kind] : node;
	const [, channel, row, column] = place.map((at) => String(at + 1));
	const single = operation?.kind === 'linear' || operation?.kind === 'global-average-pool';
	const full = single
		? words.nodeOfChannel(short, node, channel!)
		: words.nodeAt(short, node, channel!, row!, column!);
	return { short, full };
}

function convolutionKind(convolution: Convolution): 'depthwise' | '1x1' | 'convolution' {
	if (isDepthwise(convolution)) return 'depthwise';
	return convolution.kernel === 1 ? '1x1' : 'convolution';
}

function nameOfWeight(
	{ graph, parameters }: NamedNetwork,
	source: Sourced<'weight'>,
	words: AllWords
): SourceName {
	const shape = parameters.get(source.key)?.shape ?? [];
	// Only its shape is needed.
	const state = new Map([[source.key, { shape, data: new Float32Array() }]]);
	return weightName({ graph, state }, source, { ...words.tensors, ofNode: words.inside.ofNode });
}

function inputName({ place }: Sourced<'value'>, words: AllWords['inside']): SourceName {
	const [, colour, row, column] = place;
	const name = words.colours[colour] ?? String(colour + 1);
	return { short: words.input, full: words.inputAt(name, String(row + 1), String(column + 1)) };
}

function pixelName({ part, place }: Sourced<'pixel'>, words: AllWords['inside']): SourceName {
	const [colour, row, column] = place;
	const short = words.pixelParts[part];
	const name = words.colours[colour] ?? String(colour + 1);
	switch (part) {
		case 'full':
			return { short, full: short };
		case 'mean':
		case 'deviation':
			return { short, full: words.ofColour(short, name) };
		default:
			return { short, full: words.pixelAt(short, name, String(row + 1), String(column + 1)) };
	}
}
