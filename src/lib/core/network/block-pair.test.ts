import { expect, it } from 'vitest';
import { createArchitecture, type Family } from './architecture.ts';
import {
	BLOCK_PARTS,
	blockPairs,
	countBlock,
	countFoldedGhost,
	PAIR_FORMS,
	pairGraph
} from './block-pair.ts';
import { countGraph } from '#lib/core/cost/counts.ts';
import type { Graph } from '#lib/core/graph.ts';
import { buildNetwork } from './network.ts';
import { graphParameters } from './parameters.ts';
import { sizeOf } from '#lib/core/tensor.ts';

const pairs = blockPairs(1);

/** Weights and biases of convolutions and linear layers alone. */
function convolutionParameters(graph: Graph, prefix = ''): number {
	const norms = new Set(
		graph.nodes.filter(({ operation }) => operation.kind === 'batch-norm').map(({ name }) => name)
	);
	return [...graphParameters(graph).values()]
		.filter(({ node }) => node.includes(prefix) && !norms.has(node))
		.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
}

/** From the layer table of the two papers' code: block, convolution parameters and MACs of each. */
const TABLE = [
	[1, 472, 5_920_768, 400, 5_017_600],
	[2, 2_136, 12_343_296, 2_244, 12_681_984],
	[3, 2_268, 7_112_448, 2_160, 6_773_760],
	[4, 6_360, 7_066_272, 9_140, 7_632_768],
	[8, 21_000, 4_116_000, 15_908, 3_117_968],
	[11, 136_164, 15_598_464, 305_424, 15_669_024],
	[12, 181_844, 12_156_704, 359_288, 12_702_368],
	[16, 275_160, 7_923_840, 620_640, 8_234_160]
] as const;

it.each(TABLE)(
	'block %i costs what the tables say',
	(number, rgWeights, rgMacs, gWeights, gMacs) => {
		const pair = pairs[number - 1]!;
		expect(convolutionParameters(pairGraph(pair, 'training-time'))).toBe(rgWeights);
		expect(convolutionParameters(pairGraph(pair, 'ghost'))).toBe(gWeights);
		expect(countBlock(pair, 'training-time').total.macs).toBe(rgMacs);
		expect(countBlock(pair, 'folded').total.macs).toBe(rgMacs);
		expect(countBlock(pair, 'ghost').total.macs).toBe(gMacs);
	}
);

it('has five stages, and maps from 112 down to 7', () => {
	expect(pairs.map(({ stage }) => stage)).toEqual([1, 2, 2, 3, 3, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5]);
	expect(pairs.map(({ side }) => side)).toEqual([
		...[112, 112, 56, 56, 28, 28, 14, 14, 14, 14, 14, 14, 7, 7, 7, 7]
	]);
});

it('gives every node to one part, at every width', () => {
	for (const width of [0.3, 0.58, 1, 2]) {
		for (const pair of blockPairs(width)) {
			for (const form of PAIR_FORMS) {
				const graph = pairGraph(pair, form);
				const whole = countGraph(graph, [1, graph.inputChannels, pair.side, pair.side]);
				const { total, parts } = countBlock(pair, form);
				const { parameters, macs, activationBytes, weightBytes } = whole;
				expect(total).toEqual({ parameters, macs, activationBytes, weightBytes });
				expect(BLOCK_PARTS.filter((part) => parts.has(part))).toEqual([...parts.keys()]);
			}
		}
	}
});

it('asks as many MACs of each 1×1 convolution, except in blocks 8 and 9', () => {
	for (const pair of pairs) {
		const [ghost, repghost] = [countBlock(pair, 'ghost'), countBlock(pair, 'folded')];
		for (const part of ['primary1', 'primary2'] as const) {
			const same = ghost.parts.get(part)!.macs === repghost.parts.get(part)!.macs;
			expect(same).toBe(pair.number !== 8 && pair.number !== 9);
		}
		expect(repghost.parts.get('cheap2')!.macs).toBe(2 * ghost.parts.get('cheap2')!.macs);
		expect(ghost.parts.get('join2')!.activationBytes).toBeGreaterThan(0);
		expect(repghost.parts.has('join2')).toBe(false);
	}
});

it('has half the width in the middle, except in blocks 8 and 9', () => {
	const ratios = pairs.map(({ ghost, repghost }) => repghost.midChannels / ghost.midChannels);
	expect(ratios.map((ratio) => ratio === 0.5)).toEqual(
		pairs.map(({ number }) => number !== 8 && number !== 9)
	);
	expect([pairs[7]!.repghost.midChannels, pairs[7]!.ghost.midChannels]).toEqual([120, 184]);
});

it('saves its parameters in squeeze-and-excitation, and nowhere else', () => {
	const network = (family: Family) => buildNetwork(createArchitecture(family), 'training-time');
	const [ghost, repghost] = [network('ghostnet'), network('repghostnet')];
	const inSqueeze = [ghost, repghost].map((graph) => convolutionParameters(graph, '.se.'));
	expect(inSqueeze).toEqual([1_503_868, 377_344]);
	const drop = convolutionParameters(ghost) - convolutionParameters(repghost);
	expect(drop).toBe(1_120_960);
	expect(inSqueeze[0]! - inSqueeze[1]! - drop).toBe(1_126_524 - 1_120_960);
});

it('changes the input of the 24 → 24 block as an exercise counts it', () => {
	// Weights of convolutions: Ghost 1,188 + 972, RepGhost 1,188 + 1,080.
	const weights = (form: 'ghost' | 'training-time', module: string) =>
		convolutionParameters(pairGraph(pairs[2]!, form), module);
	expect([weights('ghost', 'ghost1'), weights('ghost', 'ghost2')]).toEqual([1188, 972]);
	expect([weights('training-time', 'ghost1'), weights('training-time', 'ghost2')]).toEqual([
		1188, 1080
	]);
});

it('folds the Ghost block as well: the MACs stay, one pass over the maps less for each batch norm', () => {
	for (const pair of pairs) {
		const [before, after] = [countBlock(pair, 'ghost').total, countFoldedGhost(pair)];
		expect(after.macs).toBe(before.macs);
		expect(after.activationBytes).toBeLessThan(before.activationBytes);
		const graph = pairGraph(pair, 'ghost');
		const channels = graph.nodes.reduce(
			(sum, { operation }) => sum + (operation.kind === 'batch-norm' ? operation.channels : 0),
			0
		);
		// γ and β of a channel become one bias.
		expect(before.parameters - after.parameters).toBe(channels);
	}
});

it('knows by hand what the parts of block 3 are, 24 → 36 → 24 maps of 56 × 56', () => {
	const learned = (form: 'ghost' | 'training-time' | 'folded') =>
		Object.fromEntries(
			[...countBlock(pairs[2]!, form).parts].map(([part, { parameters }]) => [part, parameters])
		);
	// A convolution's weights, and γ and β of its batch norm; the branch has a batch norm alone.
	expect(learned('training-time')).toEqual({
		...{ primary1: 24 * 36 + 72, cheap1: 9 * 36 + 72, branch1: 72, join1: 0 },
		...{ primary2: 36 * 24 + 48, cheap2: 9 * 24 + 48, branch2: 48, join2: 0, shortcut: 0 }
	});
	// A bias in place of γ and β; the ReLU stays where the sum was.
	expect(learned('folded')).toEqual({
		...{ primary1: 24 * 36 + 36, cheap1: 9 * 36 + 36, join1: 0 },
		...{ primary2: 36 * 24 + 24, cheap2: 9 * 24 + 24, shortcut: 0 }
	});
	expect(learned('ghost')).toEqual({
		...{ primary1: 24 * 36 + 72, cheap1: 9 * 36 + 72, join1: 0 },
		...{ primary2: 72 * 12 + 24, cheap2: 9 * 12 + 24, join2: 0, shortcut: 0 }
	});
	const values = 36 * 56 * 56;
	const { parts } = countBlock(pairs[2]!, 'training-time');
	// Batch norm reads and writes the maps; the sum reads twice and writes, ReLU reads and writes.
	expect(parts.get('branch1')!.activationBytes).toBe(4 * 2 * values);
	expect(parts.get('join1')!.activationBytes).toBe(4 * (3 + 2) * values);
});
