import * as v from 'valibot';
import { float32Array } from '../arrays.ts';

const map = v.strictObject({
	rows: v.number(),
	columns: v.number(),
	/** [rows, columns]. */
	values: float32Array,
	min: v.number(),
	max: v.number()
});

export const schema = v.strictObject({
	blocks: v.array(
		v.strictObject({
			id: v.string(),
			name: v.string(),
			/** The layer that leaves the block. */
			layer: v.string(),
			/** Its channels, rows and columns. */
			shape: v.tuple([v.number(), v.number(), v.number()]),
			squeezeExcite: v.boolean(),
			halves: v.boolean(),
			chosen: v.boolean(),
			/** One of its maps; null until it is there. */
			map: v.nullable(map)
		})
	)
});

type Data = v.InferOutput<typeof schema>['blocks'][number];

export interface StripBlock extends Omit<Data, 'shape'> {
	shape: readonly [number, number, number];
}

export interface Props {
	blocks: readonly StripBlock[];
	onlayer: (name: string) => void;
}
