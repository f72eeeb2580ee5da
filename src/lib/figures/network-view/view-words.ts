/** Names of places, and what stands on the tiles of the view. */
import { blockMacs, stageOutput } from '#lib/core/network/stages.ts';
import { formatShape } from '#lib/core/tensor.ts';
import { formatPercent } from '#lib/strings/format.ts';
import type { Strings } from '#lib/strings/strings.ts';
import type { ViewBlock, ViewLayer, ViewStage } from './props.ts';

type Words = Strings['finding'];

/** A part of the network that can be opened. */
export interface Tile<Part> {
	readonly part: Part;
	readonly id: string;
	readonly name: string;
	/** What is inside. */
	readonly detail: string;
	/** The layer of which a map is shown. */
	readonly layer: string;
	readonly shape: string;
	readonly rows: number;
	/** Of all multiply-accumulate operations of the network, from 0 to 1. */
	readonly share: number;
	readonly percent: string;
}

export function stageName({ id }: ViewStage, words: Words): string {
	return id === 'stem' || id === 'tail' ? words.parts[id] : words.stage(id);
}

export function blockName(
	{ kind, number }: Pick<ViewBlock, 'kind' | 'number'>,
	words: Words
): string {
	return kind === 'bottleneck' ? words.block(String(number)) : words.parts[kind];
}

export function stageTiles(stages: readonly ViewStage[], words: Words): Tile<ViewStage>[] {
	const all = sumMacs(stages.flatMap(({ blocks }) => blocks));
	return stages.map((stage) => ({
		part: stage,
		id: stage.id,
		name: stageName(stage, words),
		detail: words.blockCount(stage.blocks.length),
		...faceOf(stageOutput(stage), sumMacs(stage.blocks) / all, words)
	}));
}

/** @param all blocks of the network, of which the shares are taken */
export function blockTiles(
	{ blocks }: ViewStage,
	all: readonly ViewBlock[],
	words: Words
): Tile<ViewBlock>[] {
	return blocks.map((block) => ({
		part: block,
		id: block.id,
		name: blockName(block, words),
		detail: [block.halves ? words.halves : '', block.squeezeExcite ? words.squeezeExcite : '']
			.filter((badge) => badge !== '')
			.join(' · '),
		...faceOf(block.output, blockMacs(block) / sumMacs(all), words)
	}));
}

function faceOf({ name, shape }: ViewLayer, share: number, words: Words) {
	const percent = words.share(formatPercent(share));
	return { layer: name, shape: formatShape(shape), rows: shape[1], share, percent };
}

function sumMacs(blocks: readonly ViewBlock[]): number {
	return blocks.reduce((sum, block) => sum + blockMacs(block), 0);
}
