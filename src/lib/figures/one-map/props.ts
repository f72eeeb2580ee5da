import * as v from 'valibot';
import { float32Array } from '../arrays.ts';

export const schema = v.strictObject({
	/** [rows, columns]. */
	values: float32Array,
	columns: v.number(),
	/** Position among the layer's maps, from 0. */
	channel: v.number(),
	colours: v.strictObject({
		kind: v.picklist(['signed', 'unsigned']),
		low: v.number(),
		high: v.number()
	})
});

export type Props = v.InferOutput<typeof schema>;
