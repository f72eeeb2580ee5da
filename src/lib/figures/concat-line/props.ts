import * as v from 'valibot';
import { NETWORKS } from './concat-line.ts';

export const schema = v.strictObject({
	/** Whose joins are shown at first. */
	network: v.pipe(
		v.optional(v.picklist(NETWORKS), 'ghost'),
		v.description('whose joins are shown at first: `ghost`, `training` or `folded`')
	),
	/** Width multiplier, one of those published for GhostNet. */
	width: v.pipe(
		v.optional(v.picklist([0.5, 1, 1.3]), 1),
		v.description('width multiplier: 0.5, 1 or 1.3')
	)
});

export type Props = v.InferOutput<typeof schema>;
