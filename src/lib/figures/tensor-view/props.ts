import * as v from 'valibot';

const numbers = v.pipe(v.array(v.number()), v.minLength(1));

export const schema = v.strictObject({
	/** Channels, rows, columns; or one list, which is a square where it fills one, else a row. */
	values: v.pipe(
		v.union([numbers, v.pipe(v.array(v.pipe(v.array(numbers), v.minLength(1))), v.minLength(1))]),
		v.check(isEven, 'All channels need rows of one length, and as many rows.'),
		v.description(
			'The numbers: channels, rows, columns. Or one list, which is a square where it fills one, else a row.'
		)
	),
	/** What the tensor is called. */
	label: v.pipe(v.optional(v.string(), ''), v.description('What the tensor is called.')),
	/** Colours from −m to m, from 0 to m, or what the values need. */
	scale: v.pipe(
		v.optional(v.picklist(['signed', 'unsigned', 'auto']), 'auto'),
		v.description(
			'Colours around zero (signed), from zero up (unsigned), or whichever the values need (auto).'
		)
	),
	/** The channel shown first, from 1. */
	channel: v.pipe(
		v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
		v.description('The channel that is shown first, from 1.')
	)
});

export type Props = v.InferOutput<typeof schema>;

/** Whether the numbers fill a box. */
function isEven(values: number[] | number[][][]): boolean {
	const [first] = values;
	if (first === undefined || typeof first === 'number') return true;
	const columns = first[0]?.length;
	return values.every(
		(channel) =>
			typeof channel !== 'number' &&
			channel.length === first.length &&
			channel.every((row) => row.length === columns)
	);
}
