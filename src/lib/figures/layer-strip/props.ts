import * as v from 'valibot';
import { float32Array } from '../arrays.ts';

const map = v.strictObject({
	rows: v.number(),
	columns: v.number(),
	values: v.pipe(float32Array, v.description('Row by row.')),
	min: v.number(),
	max: v.number()
});

export const schema = v.strictObject({
	blocks: v.pipe(
		v.array(
			v.strictObject({
				id: v.string(),
				name: v.string(),
				layer: v.pipe(v.string(), v.description('The layer that leaves the block.')),
				shape: v.pipe(
					v.tuple([v.number(), v.number(), v.number()]),
					v.description('Its channels, rows and columns.')
				),
				squeezeExcite: v.boolean(),
				halves: v.boolean(),
				chosen: v.boolean(),
				map: v.pipe(v.nullable(map), v.description('One of its maps; null until it is there.'))
			})
		),
		v.description('The blocks of a network in running order.')
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
