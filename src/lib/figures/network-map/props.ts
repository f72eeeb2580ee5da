import * as v from 'valibot';
import { LEAST_WIDTH, MOST_WIDTH, NETWORK_FORMS } from './network-map.ts';

const width = v.pipe(v.number(), v.minValue(LEAST_WIDTH), v.maxValue(MOST_WIDTH));

export const schema = v.strictObject({
	/** Width multiplier of RepGhostNet to begin with. */
	width: v.pipe(
		v.optional(width, 1),
		v.description('Width multiplier of RepGhostNet to begin with, from 0.1 to 3.')
	),
	/** Width multiplier of the GhostNet it is compared with. */
	ghostWidth: v.pipe(
		v.optional(width, 1),
		v.description('Width multiplier of the GhostNet it is compared with, from 0.1 to 3.')
	),
	/** The form in which both are counted. */
	form: v.pipe(
		v.optional(v.picklist(NETWORK_FORMS), 'folded'),
		v.description(
			'The form in which both are counted at first: training-time, deploy (only the branches folded) or folded (no batch norm left).'
		)
	)
});

export type Props = v.InferOutput<typeof schema>;
