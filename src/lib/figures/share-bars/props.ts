import * as v from 'valibot';

export const schema = v.strictObject({
	/** What the table is about, read out. */
	label: v.string(),
	/** Heading of the first column. */
	of: v.string(),
	/** Each with a share from 0 to 1. */
	rows: v.array(v.strictObject({ name: v.string(), share: v.number() }))
});

export type Props = v.InferOutput<typeof schema>;
