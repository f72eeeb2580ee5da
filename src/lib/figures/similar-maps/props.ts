import * as v from 'valibot';

export const schema = v.strictObject({
	/** Layer of the Ghost network whose maps are compared at first. */
	layer: v.pipe(
		v.optional(
			v.picklist([
				'conv_stem',
				'blocks.0.0.ghost1.primary_conv',
				'blocks.0.0.ghost1',
				'blocks.0.0.ghost2'
			]),
			'conv_stem'
		),
		v.description('Which layer of the trained Ghost network is shown at first.')
	),
	/** What turns one map into the other at first. */
	operation: v.pipe(
		v.optional(v.picklist(['scale', 'kernel']), 'kernel'),
		v.description(
			'What turns one map into the other at first: scale, a number times the map and a shift, or kernel, a 3 × 3 kernel and a bias.'
		)
	)
});

export type Props = v.InferOutput<typeof schema>;
