import * as v from 'valibot';
import { examinedNetworks } from '#lib/paper/robustness.ts';

export const schema = v.strictObject({
	network: v.pipe(
		v.optional(v.picklist(examinedNetworks.map(({ id }) => id)), 'ghostnet-100.in1k'),
		v.description('the network that is marked at first, such as `repghostnet-050.in1k`')
	)
});

export type Props = v.InferOutput<typeof schema>;
