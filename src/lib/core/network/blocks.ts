/**
 * Where a layer stands: the list of layers, which follows the state dict, as the blocks a reader walks
 * through: stem, bottlenecks, last convolution, head.
 */
import type { LayerKind } from '#lib/core/graph.ts';

/** What is known of a layer before anything runs. */
export interface LayerOutline {
	/** State-dict prefix of timm. */
	readonly name: string;
	readonly kind: LayerKind;
	/** [channels, rows, columns]. */
	readonly shape: readonly [number, number, number];
	readonly bytesMoved: number;
}

export interface Block<L extends LayerOutline = LayerOutline> {
	/** Prefix shared by its layers: `conv_stem`, `blocks.3.0`, `head`. */
	readonly id: string;
	readonly kind: 'stem' | 'bottleneck' | 'last' | 'head';
	/** Bottlenecks are counted from 1; 0 for the others. */
	readonly number: number;
	/** In running order. */
	readonly layers: readonly L[];
	/** The layer whose value leaves the block. */
	readonly output: L;
	readonly squeezeExcite: boolean;
	/** True where the block halves rows and columns. */
	readonly halves: boolean;
}

const bottleneckPrefix = /^blocks\.\d+\.\d+/;

function blockOf(name: string): string {
	if (name === 'conv_stem') return name;
	return bottleneckPrefix.exec(name)?.[0] ?? 'head';
}

/** Blocks in running order; every layer is in exactly one. */
export function groupLayers<L extends LayerOutline>(layers: readonly L[]): Block<L>[] {
	const groups = new Map<string, L[]>();
	for (const layer of layers) {
		const id = blockOf(layer.name);
		groups.set(id, [...(groups.get(id) ?? []), layer]);
	}
	let bottlenecks = 0;
	return [...groups].flatMap(([id, members]): Block<L>[] => {
		const output = members.at(-1);
		if (output === undefined) return [];
		const kind = blockKind(id, members.length);
		return [
			{
				id,
				kind,
				number: kind === 'bottleneck' ? ++bottlenecks : 0,
				layers: members,
				output,
				squeezeExcite: members.some((layer) => layer.kind === 'squeeze-excite'),
				halves: id === 'conv_stem' || members.some((layer) => layer.name === `${id}.conv_dw`)
			}
		];
	});
}

function blockKind(id: string, layers: number): Block['kind'] {
	if (id === 'conv_stem') return 'stem';
	if (id === 'head') return 'head';
	return layers === 1 ? 'last' : 'bottleneck';
}

export function findBlock<L extends LayerOutline>(
	blocks: readonly Block<L>[],
	layer: string
): Block<L> | undefined {
	return blocks.find(({ layers }) => layers.some(({ name }) => name === layer));
}
