import * as v from 'valibot';
import { PUBLISHED_WIDTHS } from '#lib/core/network/architecture.ts';

export const schema = v.strictObject({
	/** The block to begin with, 1 to 16. */
	block: v.pipe(
		v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16)), 4),
		v.description(
			'The block to begin with, from 1 to 16. Block 4 has all that the paper draws: stride 2, SE, and a shortcut with convolutions.'
		)
	),
	/** Width multiplier of both networks. */
	width: v.pipe(
		v.optional(v.picklist(PUBLISHED_WIDTHS.repghostnet), 1),
		v.description('Width multiplier of both networks, one of the eight published for RepGhostNet.')
	)
});

export type Props = v.InferOutput<typeof schema>;
