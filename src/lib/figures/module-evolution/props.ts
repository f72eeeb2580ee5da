import * as v from 'valibot';
import { EVOLUTION } from '#lib/core/fold/module-evolution.ts';

export const schema = v.strictObject({
	/** The drawing to begin with. */
	start: v.pipe(
		v.optional(v.picklist(EVOLUTION), 'ghost'),
		v.description(
			'The drawing to begin with: ghost (a), add (b), relu-moved (c), training-time (d) or folded (e).'
		)
	),
	/** C, the maps of x, 2 to 6. */
	channels: v.pipe(
		v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(6)), 4),
		v.description('C, the maps of x, from 2 to 6.')
	)
});

export type Props = v.InferOutput<typeof schema>;
