import * as v from 'valibot';
import { rgbaBytes } from '../arrays.ts';

export const schema = v.strictObject({
	picture: v.pipe(
		v.strictObject({ width: v.number(), height: v.number(), rgba: rgbaBytes }),
		v.description('All maps, drawn side by side.')
	),
	bands: v.pipe(
		v.array(v.strictObject({ name: v.string(), top: v.number(), height: v.number() })),
		v.description('One for each block, in picture elements from the top.')
	),
	maps: v.pipe(v.number(), v.description('How many maps there are.'))
});

type Data = v.InferOutput<typeof schema>;

export interface Props extends Omit<Data, 'bands'> {
	readonly bands: readonly Readonly<Data['bands'][number]>[];
}
