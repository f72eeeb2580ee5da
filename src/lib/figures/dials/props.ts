import * as v from 'valibot';

export const schema = v.strictObject({
	/** The dials, in the order of the page. */
	dials: v.array(
		v.strictObject({
			key: v.string(),
			least: v.number(),
			most: v.number(),
			step: v.number(),
			/** True where `most` is `least` once more, as after a full turn. */
			wraps: v.boolean()
		})
	),
	/** Where each dial stands. */
	values: v.record(v.string(), v.number()),
	/** What can be drawn, and what is. */
	subjects: v.array(v.string()),
	subject: v.string(),
	/** Whether anything differs from the sample. */
	changed: v.boolean()
});

type Data = v.InferOutput<typeof schema>;
export type DialSpec = Readonly<Data['dials'][number]>;

export interface Props extends Omit<Data, 'dials' | 'subjects' | 'values'> {
	readonly dials: readonly DialSpec[];
	readonly values: Readonly<Record<string, number>>;
	readonly subjects: readonly string[];
	/** The reader turns a dial; `since` is when, on the clock of `performance`. */
	onturn: (key: string, value: number, since: number) => void;
	/** The reader lets go of a dial. */
	onrest: () => void;
	onsubject: (subject: string) => void;
	onvariant: () => void;
	onreset: () => void;
}
