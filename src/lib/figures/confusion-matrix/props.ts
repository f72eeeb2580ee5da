import * as v from 'valibot';

export const schema = v.strictObject({
	classes: v.pipe(v.array(v.string()), v.description('Names, in the order of rows and columns.')),
	counts: v.pipe(
		v.array(v.array(v.number())),
		v.description('How often. Rows: what is shown; columns: what is answered.')
	)
});

type Data = v.InferOutput<typeof schema>;

export interface Props {
	readonly classes: readonly Data['classes'][number][];
	readonly counts: readonly (readonly number[])[];
}
