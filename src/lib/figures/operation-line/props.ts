import * as v from 'valibot';
import type { Branch, LayerKind } from '#lib/core/graph.ts';

const layer = v.strictObject({
	/** State-dict prefix of timm. */
	name: v.string(),
	kind: v.custom<LayerKind>((value) => typeof value === 'string'),
	/** Channels, rows, columns. */
	shape: v.tuple([v.number(), v.number(), v.number()]),
	bytesMoved: v.number()
});

export const schema = v.strictObject({
	/** All layers of the block, in running order. */
	layers: v.array(layer),
	/** The network's. */
	branch: v.custom<Branch>((value) => typeof value === 'string'),
	/** The layer looked at. */
	chosen: v.string(),
	/** Name of the block, as in the strip. */
	name: v.string()
});

type Data = v.InferOutput<typeof schema>;

export interface Props extends Omit<Data, 'layers'> {
	layers: readonly (Omit<Data['layers'][number], 'shape'> & {
		readonly shape: readonly [number, number, number];
	})[];
	onlayer: (name: string) => void;
}
