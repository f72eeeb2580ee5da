import * as v from 'valibot';
import type { Block } from '#lib/core/network/blocks.ts';
import type { Branch, LayerKind } from '#lib/core/graph.ts';
import type { Stage } from '#lib/core/network/stages.ts';
import { smallMaps, type SmallMaps } from '../thumbnail/small-maps.ts';

const layer = v.object({
	name: v.pipe(v.string(), v.description('Prefix of its weights, as in timm.')),
	kind: v.pipe(
		v.custom<LayerKind>((value) => typeof value === 'string'),
		v.description('What it is: convolution, RepGhost module and so on.')
	),
	shape: v.pipe(
		v.tuple([v.number(), v.number(), v.number()]),
		v.description('Channels, rows, columns.')
	),
	bytesMoved: v.pipe(v.number(), v.description('What it reads and writes, in bytes.')),
	macs: v.pipe(v.number(), v.description('Its multiply-accumulate operations.'))
});

export const schema = v.strictObject({
	layers: v.pipe(v.array(layer), v.description('All layers of a network, in running order.')),
	branch: v.pipe(
		v.custom<Branch>((value) => typeof value === 'string'),
		v.description(
			'What the modules have beside the depthwise convolution: bn, identity, both, none.'
		)
	),
	chosen: v.pipe(v.string(), v.description('The layer looked at.')),
	depth: v.pipe(
		v.picklist(['network', 'stage', 'block']),
		v.description('What is on view: the whole network, or the stage or block of that layer.')
	),
	maps: v.pipe(smallMaps, v.description('One map of each layer on view, by its name.'))
});

type Data = v.InferOutput<typeof schema>;

export type ViewLayer = Omit<Data['layers'][number], 'shape'> & {
	readonly shape: readonly [number, number, number];
};
export type ViewBlock = Block<ViewLayer>;
export type ViewStage = Stage<ViewLayer>;

export interface Props extends Omit<Data, 'layers' | 'maps'> {
	layers: readonly ViewLayer[];
	maps: SmallMaps;
	onlayer: (name: string) => void;
	ondepth: (depth: Data['depth']) => void;
	/** Hears of which layers a small map is on view, whenever that changes. */
	onview: (layers: readonly string[]) => void;
}
