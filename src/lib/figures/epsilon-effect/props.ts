import * as v from 'valibot';
import { EPSILON_RANGE, VARIANCE_RANGE } from './epsilon-effect.ts';

const within = ({ least, most }: { readonly least: number; readonly most: number }) =>
	v.pipe(v.number(), v.minValue(least), v.maxValue(most));

export const schema = v.strictObject({
	/** The wrong ε at first, 1e-7 to 0.1. */
	epsilon: v.pipe(
		v.optional(within(EPSILON_RANGE), 1e-3),
		v.description('The wrong ε at first, from 1e-7 to 0.1.')
	),
	/** The variance of the reader's channel at first, 1e-7 to 10. */
	variance: v.pipe(
		v.optional(within(VARIANCE_RANGE), 0.01),
		v.description('The variance of the reader’s channel at first, from 1e-7 to 10.')
	),
	/** Whether the port's two branches have the wrong ε, too, at first. */
	bothWrong: v.pipe(
		v.optional(v.boolean(), false),
		v.description('Whether the two branches run with the wrong ε, too, at first.')
	),
	/** Whether a module is run below the chart. */
	module: v.pipe(
		v.optional(v.boolean(), true),
		v.description('Whether a module is run below the chart.')
	)
});

export type Props = v.InferOutput<typeof schema>;
