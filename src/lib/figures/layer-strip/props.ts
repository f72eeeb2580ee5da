import * as v from 'valibot';
import { float32Array } from '../arrays.ts';

const map = v.strictObject({
	rows: v.pipe(v.number(), v.description('How many rows it has.')),
	columns: v.pipe(v.number(), v.description('How many values make a row.')),
	values: v.pipe(float32Array, v.description('Row by row.')),
	min: v.pipe(v.number(), v.description('The least value, for its colours.')),
	max: v.pipe(v.number(), v.description('The largest value, for its colours.'))
});

export const schema = v.strictObject({
	blocks: v.pipe(
		v.array(
			v.strictObject({
				id: v.pipe(v.string(), v.description('Name of the block in the network’s weights.')),
				name: v.pipe(v.string(), v.description('What stands below it.')),
				layer: v.pipe(v.string(), v.description('The layer that leaves the block.')),
				shape: v.pipe(
					v.tuple([v.number(), v.number(), v.number()]),
					v.description('Its channels, rows and columns.')
				),
				squeezeExcite: v.pipe(
					v.boolean(),
					v.description('Whether it holds squeeze-excite: a dot.')
				),
				halves: v.pipe(v.boolean(), v.description('Whether it halves rows and columns: ÷2.')),
				chosen: v.pipe(v.boolean(), v.description('Whether it is the block looked at.')),
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
