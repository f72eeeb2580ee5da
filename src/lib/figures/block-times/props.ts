import * as v from 'valibot';

export const schema = v.strictObject({
	blocks: v.pipe(
		v.array(
			v.strictObject({
				id: v.pipe(v.string(), v.description('Name of the block in the network’s weights.')),
				name: v.pipe(v.string(), v.description('As in the strip of blocks.')),
				milliseconds: v.pipe(v.number(), v.description('How long it took.')),
				chosen: v.pipe(v.boolean(), v.description('Whether it is the block looked at.'))
			})
		),
		v.description('The blocks in running order, each with its time.')
	),
	clockStep: v.optional(
		v.pipe(
			v.number(),
			v.description('Smallest time that the clock tells, in milliseconds; none: told to the tenth.')
		)
	)
});

export type Props = v.InferOutput<typeof schema>;
