import * as v from 'valibot';
import { rgbaBytes } from '../arrays.ts';

export const schema = v.strictObject({
	picture: v.pipe(
		v.strictObject({
			width: v.pipe(v.number(), v.description('In pixels.')),
			height: v.pipe(v.number(), v.description('In pixels.')),
			rgba: v.pipe(
				rgbaBytes,
				v.description('Red, green, blue and alpha of each pixel, row by row.')
			)
		}),
		v.description('All maps, drawn side by side.')
	),
	bands: v.pipe(
		v.array(
			v.strictObject({
				name: v.pipe(v.string(), v.description('Name of the block, as in the strip.')),
				top: v.pipe(v.number(), v.description('Where its maps begin, in pixels from the top.')),
				height: v.pipe(v.number(), v.description('How tall they are together, in pixels.'))
			})
		),
		v.description('One for each block, from the top.')
	),
	maps: v.pipe(v.number(), v.description('How many maps there are.'))
});

type Data = v.InferOutput<typeof schema>;

export interface Props extends Omit<Data, 'bands'> {
	readonly bands: readonly Readonly<Data['bands'][number]>[];
}
