import * as v from 'valibot';
import { REMEDIES } from './border-merge.ts';
import { BIAS_RANGE } from './border-run.ts';

const bias = v.pipe(v.number(), v.minValue(BIAS_RANGE.least), v.maxValue(BIAS_RANGE.most));

export const schema = v.strictObject({
	/** How the border is treated at first. */
	remedy: v.pipe(
		v.optional(v.picklist(REMEDIES), 'none'),
		v.description('How the border is treated at first.')
	),
	/** The bias of the 1×1, −2 to 2. */
	bias: v.pipe(v.optional(bias, 1), v.description('The bias b of the 1×1, from −2 to 2.')),
	/** The input of the example in a row, three to five values. */
	row: v.pipe(
		v.optional(v.pipe(v.array(v.number()), v.minLength(3), v.maxLength(5)), [1, 1, 1]),
		v.description('The input of the example in a row, three to five values.')
	),
	/** The one weight of the 1×1 in that example. */
	weight: v.pipe(v.optional(v.number(), 1), v.description('The weight of the 1×1 in a row.')),
	/** The three taps behind it. */
	taps: v.pipe(
		v.optional(v.tuple([v.number(), v.number(), v.number()]), [1, 1, 1]),
		v.description('The three taps behind it.')
	),
	/** Whether the same is shown on a picture, below the row. */
	picture: v.pipe(
		v.optional(v.boolean(), true),
		v.description('Whether the same is shown on a picture, below the row.')
	)
});

export type Props = v.InferOutput<typeof schema>;
