import { expect, it } from 'vitest';
import { buildNetwork } from '#lib/core/network/network.ts';
import { graphParameters } from '#lib/core/network/parameters.ts';
import { SHIPPED_NETWORKS } from '#lib/core/network/shipped-networks.ts';
import type { NetworkSource } from '#lib/state/layers/followed-numbers.svelte.ts';
import { en } from '#lib/strings/en.ts';
import { networkSourceName } from './number-names.ts';

const graph = buildNetwork(SHIPPED_NETWORKS[0]!.architecture, 'training-time');
const network = { graph, parameters: graphParameters(graph) };
const name = (source: NetworkSource) => networkSourceName(network, source, en);
const place = [0, 2, 4, 6] as const;

it.each<[NetworkSource, string, string]>([
	[{ kind: 'value', node: 'act1', place }, 'ReLU', 'ReLU act1, channel 3, row 5, column 7'],
	[
		{ kind: 'value', node: 'blocks.1.0.ghost1.cheap_operation.0', place },
		'depthwise convolution',
		'depthwise convolution blocks.1.0.ghost1.cheap_operation.0, channel 3, row 5, column 7'
	],
	[
		{ kind: 'value', node: 'classifier', place: [0, 4, 0, 0] },
		'class score',
		'class score classifier, number 5'
	],
	[
		{ kind: 'weight', key: 'conv_stem.weight', index: 27 * 3 + 10 },
		'kernel',
		'kernel of conv_stem, channel 4, from channel 2, row 1, column 2'
	],
	[{ kind: 'weight', key: 'bn1.running_mean', index: 1 }, 'μ', 'μ of bn1, channel 2'],
	[
		{ kind: 'part', node: 'bn1', part: 'centred', place },
		'(input − μ)',
		'(input − μ) of bn1, channel 3, row 5, column 7'
	],
	[
		{ kind: 'value', node: 'input', place },
		'picture',
		'picture as the network reads it, blue, row 5, column 7'
	],
	[{ kind: 'pixel', part: 'byte', place: [1, 0, 9] }, 'byte', 'byte, green, row 1, column 10'],
	[{ kind: 'pixel', part: 'mean', place: [0, 0, 9] }, 'mean', 'mean of red in ImageNet’s pictures']
])('%o', (source, short, full) => expect(name(source)).toMatchObject({ short, full }));
