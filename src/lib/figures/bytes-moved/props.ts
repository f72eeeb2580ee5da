import * as v from 'valibot';
import { FAIRNESS, MOST_CHANNELS, SIDES } from './bytes-moved.ts';

export const schema = v.strictObject({
	/** Channels of each of the two inputs, 1 to 64. */
	channels: v.pipe(
		v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_CHANNELS)), 8),
		v.description('Channels of each of the two inputs, 1 to 64.')
	),
	/** Rows and columns of a map: 7, 14, 28, 56 or 112. */
	side: v.pipe(
		v.optional(v.picklist(SIDES), 112),
		v.description('Rows and columns of a map: 7, 14, 28, 56 or 112.')
	),
	/** What is the same for concat and add: what goes in, or how wide the output is. */
	fairness: v.pipe(
		v.optional(v.picklist(FAIRNESS), 'inputs'),
		v.description('What is the same for concat and add: `inputs` or `output`.')
	)
});

export type Props = v.InferOutput<typeof schema>;
