import * as v from 'valibot';
import { CHARTS } from '#lib/paper/charts.ts';

export const schema = v.strictObject({
	chart: v.pipe(
		v.optional(v.picklist(CHARTS), 'latency'),
		v.description('what runs across at first: a time, MACs or parameters')
	),
	pinned: v.pipe(
		v.optional(v.pipe(v.array(v.string()), v.maxLength(4)), []),
		v.description('networks that are compared at first, such as `repghostnet-0.58x`; four at most')
	),
	hidden: v.pipe(
		v.optional(v.array(v.string()), []),
		v.description('families that are not drawn at first, such as `MobileNeXt`')
	)
});

export type Props = v.InferOutput<typeof schema>;
