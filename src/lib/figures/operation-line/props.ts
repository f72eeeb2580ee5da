import * as v from 'valibot';
import type { Branch, LayerKind } from '#lib/core/graph.ts';
import { smallMaps, type SmallMaps } from '../thumbnail/small-maps.ts';

const layer = v.strictObject({
	name: v.pipe(v.string(), v.description('Prefix of its weights, as in timm.')),
	kind: v.custom<LayerKind>((value) => typeof value === 'string'),
	shape: v.pipe(
		v.tuple([v.number(), v.number(), v.number()]),
		v.description('Channels, rows, columns.')
	),
	bytesMoved: v.number()
});

export const schema = v.strictObject({
	layers: v.pipe(v.array(layer), v.description('All layers of a block, in running order.')),
	branch: v.pipe(
		v.custom<Branch>((value) => typeof value === 'string'),
		v.description(
			'What the modules have beside the depthwise convolution: bn, identity, both, none.'
		)
	),
	chosen: v.pipe(v.string(), v.description('The layer looked at.')),
	name: v.pipe(v.string(), v.description('Name of the block.')),
	maps: v.pipe(
		v.optional(smallMaps),
		v.description('One map of each layer, by its name, shown under its operation.')
	)
});

type Data = v.InferOutput<typeof schema>;

export interface Props extends Omit<Data, 'layers' | 'maps'> {
	layers: readonly (Omit<Data['layers'][number], 'shape'> & {
		readonly shape: readonly [number, number, number];
	})[];
	/** Absent: no pictures. */
	maps?: SmallMaps | undefined;
	onlayer: (name: string) => void;
}
