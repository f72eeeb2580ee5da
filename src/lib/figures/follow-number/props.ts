import * as v from 'valibot';

export const schema = v.strictObject({
	/** Whose numbers are followed; so far the toy module alone. */
	module: v.pipe(
		v.optional(v.picklist(['toy']), 'toy'),
		v.description('Whose numbers are followed: the toy module, two channels of 5 × 5.')
	),
	/** What the module sees at first. */
	picture: v.pipe(
		v.optional(v.picklist(['diagonal', 'dot', 'edge']), 'diagonal'),
		v.description('What the module sees at first.')
	),
	/** Channel, row and column of the number that is followed at first, each from 1. */
	channel: v.pipe(
		v.optional(v.picklist([1, 2]), 1),
		v.description('Channel of the number that is followed first, from 1.')
	),
	row: v.pipe(
		v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)), 2),
		v.description('Its row, from 1.')
	),
	column: v.pipe(
		v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)), 3),
		v.description('Its column, from 1.')
	)
});

export type Props = v.InferOutput<typeof schema>;
