import * as v from 'valibot';
import { rgbaBytes } from '../arrays.ts';

export const schema = v.strictObject({
	picture: v.strictObject({ width: v.number(), height: v.number(), rgba: rgbaBytes }),
	/** One for each block, in picture elements from the top. */
	bands: v.array(v.strictObject({ name: v.string(), top: v.number(), height: v.number() })),
	/** How many maps there are. */
	maps: v.number()
});

type Data = v.InferOutput<typeof schema>;

export interface Props extends Omit<Data, 'bands'> {
	readonly bands: readonly Readonly<Data['bands'][number]>[];
}
