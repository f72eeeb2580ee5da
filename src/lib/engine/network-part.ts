/** The beginning of a shipped network, run as far as some of its nodes, for figures that look at its maps. */
import { graphPart } from '#lib/core/graph-part.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import type { WeightFile } from '#lib/export/weight-file.ts';
import { normalize } from '#lib/pictures/preprocess.ts';
import type { NetworkMaps, NetworkMapsRequest } from './live-protocol.ts';
import { runGraph } from './run-graph.ts';

type PartRequest = Omit<NetworkMapsRequest, 'file'>;

/** Leaves nothing on the backend. */
export async function runNetworkPart(
	{ architecture, form, state }: WeightFile,
	{ picture, keep, weights }: PartRequest
): Promise<Omit<NetworkMaps, 'backend' | 'runs'>> {
	const { maps, milliseconds } = await runGraph({
		graph: graphPart(buildNetwork(architecture, form), keep),
		state,
		input: normalize(picture),
		keep
	});
	const isWanted = (key: string): boolean => weights.some((prefix) => key.startsWith(`${prefix}.`));
	return { maps, milliseconds, weights: new Map([...state].filter(([key]) => isWanted(key))) };
}
