import * as v from 'valibot';

export const schema = v.strictObject({
	blocks: v.pipe(
		v.array(
			v.strictObject({
				id: v.string(),
				name: v.pipe(v.string(), v.description('As in the strip of blocks.')),
				milliseconds: v.number(),
				chosen: v.pipe(v.boolean(), v.description('Whether it is the block looked at.'))
			})
		),
		v.description('The blocks in running order, each with its time.')
	)
});

export type Props = v.InferOutput<typeof schema>;
