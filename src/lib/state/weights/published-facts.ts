/** What can be said of published weights before anybody is asked for them. */
import { createArchitecture } from '#lib/core/network/architecture.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { graphParameters } from '#lib/core/network/parameters.ts';
import { sizeOf } from '#lib/core/tensor.ts';
import { HUB, hubRepository } from '#lib/engine/weight-places.ts';
import type { ModelEntry } from './models.ts';

/** Where the hub has them. */
export function hubPlace(slug: string): {
	readonly host: string;
	readonly repository: string;
	/** Of the repository's page. */
	readonly page: string;
} {
	const repository = hubRepository(slug);
	return { host: new URL(HUB).host, repository, page: `${HUB}/${repository}` };
}

/** Bytes of all tensors as float32; names and shapes add about a hundredth. */
export function estimateBytes({ family, width }: Pick<ModelEntry, 'family' | 'width'>): number {
	const graph = buildNetwork(createArchitecture(family, { width }), 'training-time');
	return [...graphParameters(graph).values()].reduce(
		(sum, { shape }) => sum + 4 * sizeOf(shape),
		0
	);
}
