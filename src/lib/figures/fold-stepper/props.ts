import { FOLD_STEPS } from '#lib/core/fold/fold-step-names.ts';
import * as v from 'valibot';

const CHANNELS_OF_THE_TOY = 2;

export const schema = v.strictObject({
	picture: v.pipe(
		v.optional(v.picklist(['diagonal', 'dot', 'edge']), 'diagonal'),
		v.description('What the toy module sees at first.')
	),
	step: v.pipe(
		v.optional(v.picklist(FOLD_STEPS), 'run'),
		v.description('The step that is shown at first.')
	),
	channel: v.pipe(
		v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(CHANNELS_OF_THE_TOY)), 1),
		v.description('Channel of the toy that is shown at first, counted from 1.')
	)
});

export type Props = v.InferOutput<typeof schema>;
