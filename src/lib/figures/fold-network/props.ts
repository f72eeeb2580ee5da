import * as v from 'valibot';
import { SAMPLE_SLUGS } from '#lib/state/picture/scenes.ts';

export const schema = v.strictObject({
	network: v.pipe(
		v.optional(v.picklist(['scenes-repghost', 'scenes-repghost-identity']), 'scenes-repghost'),
		v.description('Which of the networks of this site is folded.')
	),
	picture: v.pipe(
		v.optional(v.picklist(SAMPLE_SLUGS), SAMPLE_SLUGS[0]!),
		v.description('The sample picture it sees at first.')
	)
});

export type Props = v.InferOutput<typeof schema>;
