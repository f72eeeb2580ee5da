import * as v from 'valibot';
import { float32Array } from '../arrays.ts';

export const schema = v.strictObject({
	/** [classes]. */
	logits: float32Array,
	/** Names of the classes; null: numbers. */
	labels: v.nullable(v.array(v.string())),
	/** Folded against training-time, once both have run. */
	agreement: v.nullable(
		v.strictObject({ difference: v.number(), tolerance: v.number(), within: v.boolean() })
	),
	/** Pseudo-random weights: the ranking means nothing. */
	untrained: v.boolean()
});

export type Props = v.InferOutput<typeof schema>;
