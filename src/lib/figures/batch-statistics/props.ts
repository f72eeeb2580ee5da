import * as v from 'valibot';
import { LEAST, MOST } from './batch-statistics.ts';

const value = v.pipe(v.number(), v.minValue(LEAST), v.maxValue(MOST));

export const schema = v.strictObject({
	/** `training`: each batch by its own statistics; `evaluation`: both by the stored ones. */
	mode: v.pipe(
		v.optional(v.picklist(['training', 'evaluation']), 'training'),
		v.description('The mode at first: training, by the batch’s own statistics; or evaluation.')
	),
	/** The value that stands in both batches, 0 to 12. */
	pixel: v.pipe(
		v.optional(value, 2),
		v.description('The value that stands in both batches, from 0 to 12.')
	),
	/** Its two neighbours in the first batch. */
	first: v.pipe(
		v.optional(v.tuple([value, value]), [0, 4]),
		v.description('Its two neighbours in the first batch.')
	),
	/** Its two neighbours in the next batch. */
	next: v.pipe(
		v.optional(v.tuple([value, value]), [0, 10]),
		v.description('Its two neighbours in the next batch.')
	),
	/** γ. */
	gamma: v.pipe(v.optional(v.number(), 1), v.description('γ, the learned scale.')),
	/** β. */
	beta: v.pipe(v.optional(v.number(), 0), v.description('β, the learned shift.')),
	/** The stored mean. */
	mean: v.pipe(v.optional(v.number(), 1), v.description('The stored mean.')),
	/** The stored variance, above 0. */
	variance: v.pipe(
		v.optional(v.pipe(v.number(), v.minValue(0.01)), 4),
		v.description('The stored variance, at least 0.01.')
	)
});

export type Props = v.InferOutput<typeof schema>;
