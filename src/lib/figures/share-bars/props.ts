import * as v from 'valibot';

export const schema = v.strictObject({
	label: v.pipe(v.string(), v.description('What the table is about.')),
	of: v.pipe(v.string(), v.description('Heading of the first column.')),
	rows: v.pipe(
		v.array(v.strictObject({ name: v.string(), share: v.number() })),
		v.description('Names, each with a share from 0 to 1.')
	)
});

export type Props = v.InferOutput<typeof schema>;
