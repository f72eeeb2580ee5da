/**
 * The blocks of a network as its stages: the stem, the stretches of bottlenecks on maps of one size, and
 * the tail that makes the answer (RepGhost paper, Table 2).
 */
import type { Block, LayerOutline } from './blocks.ts';

export interface Stage<L extends LayerOutline = LayerOutline> {
	/** `stem`, `1`, `2`, …, `tail`. */
	readonly id: 'stem' | 'tail' | `${number}`;
	/** In running order, at least one. */
	readonly blocks: readonly [Block<L>, ...Block<L>[]];
}

/** Stages in running order; every block is in exactly one. A bottleneck that halves begins a stage. */
export function groupStages<L extends LayerOutline>(blocks: readonly Block<L>[]): Stage<L>[] {
	const stages = new Map<Stage['id'], [Block<L>, ...Block<L>[]]>();
	let number = 0;
	for (const block of blocks) {
		if (block.kind === 'bottleneck' && (number === 0 || block.halves)) number++;
		const id = stageId(block.kind, number);
		const members = stages.get(id);
		if (members) members.push(block);
		else stages.set(id, [block]);
	}
	return [...stages].map(([id, members]) => ({ id, blocks: members }));
}

function stageId(kind: Block['kind'], number: number): Stage['id'] {
	if (kind === 'stem') return 'stem';
	return kind === 'bottleneck' ? `${number}` : 'tail';
}

/** The layer whose maps leave a stage: that of its last block, or in the tail the last with maps. */
export function stageOutput<L extends LayerOutline>({ blocks }: Stage<L>): L {
	const last = blocks.findLast(({ kind }) => kind !== 'head') ?? blocks[0];
	return last.output;
}

/**
 * The layers of a block that lie in no other layer of it: each operation of the block is in one of
 * them, and in one only.
 */
function outerLayers<L extends LayerOutline>(block: Block<L>): readonly L[] {
	return block.kind === 'head' ? block.layers : [block.output];
}

/** Multiply-accumulate operations of a block. */
export function blockMacs(block: Block<LayerOutline & { readonly macs: number }>): number {
	return outerLayers(block).reduce((sum, { macs }) => sum + macs, 0);
}
