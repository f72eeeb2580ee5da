import * as v from 'valibot';
import { RANGES } from './batch-norm-line.ts';

const within = ({ least, most }: { least: number; most: number }) =>
	v.pipe(v.number(), v.minValue(least), v.maxValue(most));

export const schema = v.strictObject({
	/** γ, the learned scale, −4 to 4. */
	gamma: v.pipe(
		v.optional(within(RANGES.gamma), 3),
		v.description('γ, the learned scale, from −4 to 4.')
	),
	/** β, the learned shift, −6 to 6. */
	beta: v.pipe(
		v.optional(within(RANGES.beta), 1),
		v.description('β, the learned shift, from −6 to 6.')
	),
	/** μ, the stored mean, −6 to 6. */
	mean: v.pipe(
		v.optional(within(RANGES.mean), 3),
		v.description('μ, the stored mean, from −6 to 6.')
	),
	/** σ², the stored variance, 0 to 20. */
	variance: v.pipe(
		v.optional(within(RANGES.variance), 4),
		v.description('σ², the stored variance, from 0 to 20.')
	)
});

export type Props = v.InferOutput<typeof schema>;
