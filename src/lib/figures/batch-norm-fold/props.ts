import * as v from 'valibot';

export const schema = v.strictObject({
	/** Which convolution the batch norm is folded into. */
	convolution: v.pipe(
		v.optional(v.picklist(['1x1', 'depthwise']), 'depthwise'),
		v.description('Which convolution the batch norm is folded into, to begin with.')
	),
	/** A few channels with maps of 4 × 4, or one weight and one value. */
	numbers: v.pipe(
		v.optional(v.picklist(['maps', 'by-hand']), 'maps'),
		v.description(
			'maps: a few channels of 4 × 4; by-hand: one weight 0.5 and one value 10, for exercises on paper.'
		)
	),
	/** Whether the convolution has a bias of its own. */
	bias: v.pipe(
		v.optional(v.boolean(), false),
		v.description('Whether the convolution has a bias of its own, to begin with.')
	)
});

export type Props = v.InferOutput<typeof schema>;
