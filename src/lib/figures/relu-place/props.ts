import * as v from 'valibot';
import { LEAST, MOST } from './relu-sum.ts';

const number = v.pipe(v.number(), v.minValue(LEAST), v.maxValue(MOST));

export const schema = v.strictObject({
	/** The first number, −3 to 3. */
	a: v.pipe(v.optional(number, 2), v.description('The first number, from −3 to 3.')),
	/** The second number, −3 to 3. */
	b: v.pipe(v.optional(number, -1), v.description('The second number, from −3 to 3.')),
	/** Whether the same is shown on a module, below the two numbers. */
	module: v.pipe(
		v.optional(v.boolean(), true),
		v.description('Whether the same is shown on a module, below the two numbers.')
	),
	/** Where the module's ReLU stands at first. */
	place: v.pipe(
		v.optional(v.picklist(['behind', 'inside']), 'inside'),
		v.description('Where the module’s ReLU stands at first.')
	),
	/** The module's picture at first. */
	picture: v.pipe(
		v.optional(v.picklist(['diagonal', 'dot', 'edge']), 'diagonal'),
		v.description('The picture that the module reads at first.')
	)
});

export type Props = v.InferOutput<typeof schema>;
