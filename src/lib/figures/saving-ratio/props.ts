import * as v from 'valibot';
import { CHEAP_KERNELS, MOST_CHANNELS, PRIMARY_KERNELS, RATIOS } from './saving-plot.ts';

export const schema = v.strictObject({
	/** c at first. */
	channels: v.pipe(
		v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_CHANNELS)), 16),
		v.description('Channels that come in, c, at first: 1 to 400.')
	),
	/** s at first. */
	ratio: v.pipe(
		v.optional(v.picklist(RATIOS), 2),
		v.description(
			'Maps that leave for each that the primary convolution makes, s, at first: 2 to 6.'
		)
	),
	/** k at first. */
	primary: v.pipe(
		v.optional(v.picklist(PRIMARY_KERNELS), 1),
		v.description('Side of the primary kernel, k, at first: 1, 3 or 5.')
	),
	/** d at first. */
	cheap: v.pipe(
		v.optional(v.picklist(CHEAP_KERNELS), 3),
		v.description('Side of the cheap kernel, d, at first: 1, 3 or 5.')
	)
});

export type Props = v.InferOutput<typeof schema>;
