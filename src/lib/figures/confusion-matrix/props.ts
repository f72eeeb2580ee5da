import * as v from 'valibot';

export const schema = v.strictObject({
	/** In the order of rows and columns. */
	classes: v.array(v.string()),
	/** Rows: what is shown; columns: what is answered. */
	counts: v.array(v.array(v.number()))
});

type Data = v.InferOutput<typeof schema>;

export interface Props {
	readonly classes: readonly Data['classes'][number][];
	readonly counts: readonly (readonly number[])[];
}
