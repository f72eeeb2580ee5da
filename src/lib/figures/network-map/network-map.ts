/** What the map of a network shows: its sections and blocks, and what they cost, in plain numbers. */
import { createArchitecture, lastChannels, stemChannels } from '#lib/core/network/architecture.ts';
import { blockPairs, type BlockPair } from '#lib/core/network/block-pair.ts';
import type { Form } from '#lib/core/graph.ts';
import type { NetworkBlockId, NetworkCost } from '#lib/core/cost/network-cost.ts';

export const LEAST_WIDTH = 0.1;
export const MOST_WIDTH = 3;

export const NETWORK_FORMS = [
	'training-time',
	'deploy',
	'folded'
] as const satisfies readonly Form[];

export const MEASURES = ['macs', 'parameters', 'bytes', 'joins'] as const;
export type Measure = (typeof MEASURES)[number];

/** A stretch of the network on maps of one stage. */
export interface Section {
	readonly id: 'stem' | 'tail' | `${number}`;
	readonly blocks: readonly NetworkBlockId[];
}

/** Stem, five stages and tail; a block that halves the maps begins a stage. */
export const SECTIONS: readonly Section[] = makeSections();

function makeSections(): Section[] {
	const stages = new Map<number, NetworkBlockId[]>();
	for (const { stage, number } of blockPairs(1)) {
		stages.set(stage, [...(stages.get(stage) ?? []), `${number}`]);
	}
	return [
		{ id: 'stem', blocks: ['stem'] },
		...[...stages].map(([stage, blocks]) => ({ id: `${stage}` as const, blocks })),
		{ id: 'tail', blocks: ['last', 'head'] }
	];
}

export function sectionOf(block: NetworkBlockId): Section {
	return SECTIONS.find(({ blocks }) => blocks.includes(block)) ?? SECTIONS[0]!;
}

/** A block in numbers that do not depend on its form. */
export interface BlockFace {
	readonly id: NetworkBlockId;
	readonly inChannels: number;
	/** Of a bottleneck. */
	readonly midChannels: number | null;
	readonly outChannels: number;
	/** Rows and columns of the maps that go out. */
	readonly side: number;
	readonly pair: BlockPair | null;
}

const LAST_SIDE = 7;

/** All blocks of RepGhostNet at a width, in running order. */
export function blockFaces(width: number): BlockFace[] {
	const architecture = createArchitecture('repghostnet', { width });
	const pairs = blockPairs(width);
	const stem = stemChannels(architecture);
	const last = lastChannels(architecture);
	const { head, classes } = architecture;
	const plain = (id: NetworkBlockId, inChannels: number, outChannels: number, side: number) => ({
		...{ id, inChannels, outChannels, side },
		...{ midChannels: null, pair: null }
	});
	return [
		plain('stem', 3, stem, pairs[0]!.side),
		...pairs.map((pair): BlockFace => {
			const { inChannels, midChannels, outChannels, stride } = pair.repghost;
			const side = Math.ceil(pair.side / stride);
			return { id: `${pair.number}`, inChannels, midChannels, outChannels, side, pair };
		}),
		plain('last', pairs.at(-1)!.repghost.outChannels, last, LAST_SIDE),
		{ ...plain('head', last, classes, 1), midChannels: head }
	];
}

/** What a measure is of a block or of a whole network. */
export function measureOf(
	cost: Pick<NetworkCost, 'macs' | 'parameters' | 'activationBytes' | 'weightBytes' | 'joinBytes'>,
	measure: Measure
): number {
	switch (measure) {
		case 'bytes':
			return cost.activationBytes + cost.weightBytes;
		case 'joins':
			return cost.joinBytes;
		default:
			return cost[measure];
	}
}

/** GhostNet has no branches: what deploying it folds is nothing. */
export function ghostForm(form: Form): Form {
	return form === 'folded' ? 'folded' : 'training-time';
}
