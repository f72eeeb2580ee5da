import * as v from 'valibot';

export const schema = v.strictObject({
	/** The kernel to begin with, by name or as nine taps. */
	kernel: v.pipe(
		v.optional(
			v.union([
				v.picklist(['centre', 'ones', 'ninths', 'top-left', 'identity']),
				v.pipe(v.array(v.number()), v.length(9))
			]),
			'centre'
		),
		v.description(
			'The kernel to begin with: centre, ones, ninths, top-left, or nine taps row by row; for a dense convolution centre (a 1 in every centre) or identity (only from each channel to itself).'
		)
	),
	/** Whether the convolution is dense, from three channels to three. */
	dense: v.pipe(
		v.optional(v.boolean(), false),
		v.description('Whether the convolution is dense, from three channels to three, to begin with.')
	),
	/** 2 reads every second place only. */
	stride: v.pipe(
		v.optional(v.picklist([1, 2]), 1),
		v.description('1, or 2 to read every second row and column, to begin with.')
	),
	/** A picture of 64 × 64, or maps of 5 × 5 whose numbers can be read. */
	source: v.pipe(
		v.optional(v.picklist(['picture', 'numbers']), 'picture'),
		v.description(
			'A picture of 64 × 64, or maps of 5 × 5 whose numbers can be read, to begin with.'
		)
	),
	/** What the reader cannot change. */
	locked: v.pipe(
		v.optional(v.array(v.picklist(['kernel', 'dense', 'stride', 'source'])), []),
		v.description('Which of the controls kernel, dense, stride and source are left out.')
	)
});

export type Props = v.InferOutput<typeof schema>;
