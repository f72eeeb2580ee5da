/** Layer lists of real networks. */
import type { Architecture } from '#lib/core/network/architecture.ts';
import { bytesMoved, countGraph } from '#lib/core/cost/counts.ts';
import type { Form } from '#lib/core/graph.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import type { LayerOutline } from '#lib/core/network/blocks.ts';

export function outlineNetwork(architecture: Architecture, form: Form): LayerOutline[] {
	const graph = buildNetwork(architecture, form);
	const costs = countGraph(graph, [1, ...architecture.inputShape]);
	return graph.layers.map(({ name, kind, output }) => {
		const [, channels, rows, columns] = costs.nodes.get(output)!.outputShape;
		const shape = [channels, rows, columns] as const;
		return { name, kind, shape, bytesMoved: bytesMoved(costs.layers.get(name)!) };
	});
}
