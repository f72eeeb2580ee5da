import * as v from 'valibot';
import type { Architecture } from '#lib/core/network/architecture.ts';

const network = v.strictObject({
	name: v.pipe(v.string(), v.description('As in the menu of networks.')),
	architecture: v.pipe(
		v.custom<Architecture>((value) => typeof value === 'object' && value !== null),
		v.description('The whole table of the network.')
	),
	form: v.pipe(
		v.picklist(['training-time', 'deploy', 'folded']),
		v.description('With all branches, with the modules folded, or with every batch norm folded.')
	),
	picture: v.pipe(
		v.tuple([v.number(), v.number(), v.number()]),
		v.description('Channels, rows and columns of the picture.')
	)
});

export const schema = v.strictObject({
	a: v.pipe(network, v.description('One network.')),
	b: v.pipe(network, v.description('The other network.'))
});

type Network = Omit<v.InferOutput<typeof network>, 'picture'> & {
	readonly picture: readonly [number, number, number];
};

export interface Props {
	readonly a: Network;
	readonly b: Network;
}
