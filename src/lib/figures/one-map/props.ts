import * as v from 'valibot';
import type { Place } from '#lib/scene/tensor-grid.ts';
import { float32Array } from '../arrays.ts';

export const schema = v.strictObject({
	values: v.pipe(float32Array, v.description('The map, row by row.')),
	columns: v.pipe(v.number(), v.description('How many values make a row.')),
	channel: v.pipe(v.number(), v.description('Position among the maps of the layer, from 0.')),
	colours: v.pipe(
		v.strictObject({
			kind: v.picklist(['signed', 'unsigned']),
			low: v.number(),
			high: v.number()
		}),
		v.description('Which colours, and the values at both of their ends.')
	)
});

export interface Props extends v.InferOutput<typeof schema> {
	/** Puts the probe there, whenever it is another place. */
	at?: Place | null;
	/** Where the probe begins; otherwise at the map's largest value. */
	begin?: Place | null;
	/** Hears where the probe stands. */
	onprobe?: (place: Place) => void;
	/** Asks what the value under the probe was made of. */
	onfollow?: (place: Place) => void;
}
