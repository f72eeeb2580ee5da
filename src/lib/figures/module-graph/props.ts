import * as v from 'valibot';
import { EVOLUTION } from '#lib/core/fold/module-evolution.ts';

/** More maps than this could not be told apart on a wire. */
const MOST_CHANNELS = 8;

export const schema = v.strictObject({
	/** Which of the paper's five drawings. */
	drawing: v.pipe(
		v.optional(v.picklist(EVOLUTION), 'training-time'),
		v.description(
			'Which of the paper’s five drawings: ghost (a), add (b), relu-moved (c), training-time (d) or folded (e).'
		)
	),
	/** C, the maps that the 1×1 convolution makes, 1 to 8. */
	channels: v.pipe(
		v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_CHANNELS)), 4),
		v.description('C, the maps that the 1×1 convolution makes, from 1 to 8.')
	)
});

export type Props = v.InferOutput<typeof schema>;
