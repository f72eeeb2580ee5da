/** What the figures of the page are given, made from a run. */
import { findBlock, groupLayers, type Block } from '#lib/core/network/blocks.ts';
import { formatShape } from '#lib/core/tensor.ts';
import type { SceneChoice } from '#lib/state/network/choices.ts';
import type { NetworkSession } from '#lib/state/network/network-session.svelte.ts';
import { SAMPLE_SLUGS } from '#lib/state/picture/scenes.ts';
import type { Strings } from '#lib/strings/strings.ts';

type Words = Strings['network'];
type SceneWords = Strings['scenes'];
type Run = NonNullable<NetworkSession['held']['run']>;
export type RunBlock = Block<Run['form']['layers'][number]>;

function sampleName(slug: string, { samples }: SceneWords): string {
	const names: Readonly<Record<string, string>> = samples;
	return names[slug] ?? slug;
}

/** The samples as far as they are drawn. */
export function sampleList(pictures: NetworkSession['thumbnails']['pictures'], words: SceneWords) {
	return SAMPLE_SLUGS.map((slug) => ({
		slug,
		name: sampleName(slug, words),
		picture: pictures.get(slug) ?? null
	}));
}

/** The picture in words: its sample, whether it was changed, or its file. */
export function pictureName(scene: SceneChoice | null, file: string, words: SceneWords): string {
	if (!scene) return file;
	const name = sampleName(scene.slug, words);
	return scene.changes ? words.changed(name) : name;
}

/** `block 3`, `stem`: in sentences and menus. */
export function blockName({ kind, number }: Pick<Block, 'kind' | 'number'>, words: Words): string {
	return kind === 'bottleneck' ? words.block(String(number)) : words[kind];
}

export function blocksOf(run: Run): RunBlock[] {
	return groupLayers(run.form.layers);
}

/** Maps of all layers together. */
export function countMaps(run: Run): number {
	return run.form.layers.reduce((sum, { shape: [channels] }) => sum + channels, 0);
}

/** The bands of a picture of all maps, with the names of their blocks. */
export function namedBands(
	{ bands }: { readonly bands: readonly { block: string; top: number; height: number }[] },
	run: Run,
	words: Words
) {
	const blocks = new Map(blocksOf(run).map((block) => [block.id, block]));
	return bands.flatMap(({ block: id, top, height }) => {
		const block = blocks.get(id);
		return block ? [{ name: blockName(block, words), top, height }] : [];
	});
}

/** The menu of layers, under their blocks. */
export function layerGroups(blocks: readonly RunBlock[], words: Words) {
	return blocks.map((block) => ({
		label: blockName(block, words),
		options: block.layers.map(({ name, shape }) => ({
			value: name,
			label: words.layerOption(name, formatShape(shape))
		}))
	}));
}

/** Time of each block; null where the backend times no layers. */
export function blockTimes(run: Run, blocks: readonly RunBlock[], layer: string, words: Words) {
	const times = new Map(run.result.layers.map((other) => [other.name, other.milliseconds]));
	const chosen = findBlock(blocks, layer);
	const rows = blocks.map((block) => ({
		id: block.id,
		name: blockName(block, words),
		milliseconds: blockTime(block, times),
		chosen: block === chosen
	}));
	return rows.some(({ milliseconds }) => Number.isNaN(milliseconds)) ? null : rows;
}

/** The outermost layers of a block hold the times of the ones inside. NaN where a time is missing. */
function blockTime(block: RunBlock, times: ReadonlyMap<string, number | null>): number {
	const outer = block.kind === 'head' ? block.layers : [block.output];
	return outer.reduce((sum, { name }) => sum + (times.get(name) ?? NaN), 0);
}
