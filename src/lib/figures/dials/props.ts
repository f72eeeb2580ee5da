import * as v from 'valibot';

export const schema = v.strictObject({
	dials: v.pipe(
		v.array(
			v.strictObject({
				key: v.pipe(v.string(), v.description('Which dial it is: turn, light and so on.')),
				least: v.pipe(v.number(), v.description('The value at its left end.')),
				most: v.pipe(v.number(), v.description('The value at its right end.')),
				step: v.pipe(v.number(), v.description('How far one key press moves it.')),
				wraps: v.pipe(
					v.boolean(),
					v.description('Whether the end is the start once more, as after a full turn.')
				)
			})
		),
		v.description('The dials, in the order of the page.')
	),
	values: v.pipe(
		v.record(v.string(), v.number()),
		v.description('Where each dial stands, by its key.')
	),
	subjects: v.pipe(v.array(v.string()), v.description('What can be drawn.')),
	subject: v.pipe(v.string(), v.description('What is drawn.')),
	changed: v.pipe(v.boolean(), v.description('Whether anything differs from the sample.'))
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
