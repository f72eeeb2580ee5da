import * as v from 'valibot';
import { float32Array } from '../arrays.ts';

export const schema = v.strictObject({
	logits: v.pipe(float32Array, v.description('One for each class.')),
	labels: v.pipe(
		v.nullable(v.array(v.string())),
		v.description('Names of the classes; null: their numbers.')
	),
	agreement: v.pipe(
		v.nullable(
			v.strictObject({ difference: v.number(), tolerance: v.number(), within: v.boolean() })
		),
		v.description('The folded form against the training-time form; null until both have run.')
	),
	untrained: v.pipe(
		v.boolean(),
		v.description('Whether the weights are random, so that the ranking means nothing.')
	)
});

export type Props = v.InferOutput<typeof schema>;
