import * as v from 'valibot';

export const schema = v.strictObject({
	blocks: v.array(
		v.strictObject({
			id: v.string(),
			/** As in the strip of blocks. */
			name: v.string(),
			milliseconds: v.number(),
			/** The block that is looked at. */
			chosen: v.boolean()
		})
	)
});

export type Props = v.InferOutput<typeof schema>;
