import * as v from 'valibot';
import { HALVES_MODULES } from './ghost-halves.ts';

export const schema = v.strictObject({
	/** The module that is shown at first. */
	module: v.pipe(
		v.optional(v.picklist(HALVES_MODULES), 'blocks.0.0.ghost1'),
		v.description('Which module of the trained Ghost network is shown at first.')
	),
	/** The pair that is shown large at first, counted from 1. */
	pair: v.pipe(
		v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8)), 1),
		v.description('Which primary map is shown large with its ghost at first, from 1 to 8.')
	)
});

export type Props = v.InferOutput<typeof schema>;
