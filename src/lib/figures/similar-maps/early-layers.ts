/** The early layers of the shipped networks, whose maps are still large enough to be seen. */
import { buildNetwork } from '#lib/core/network/network.ts';
import { SHIPPED_NETWORKS } from '#lib/core/network/shipped-networks.ts';

/** All four networks have layers of these names. */
export const EARLY_LAYERS = [
	'conv_stem',
	'blocks.0.0.ghost1.primary_conv',
	'blocks.0.0.ghost1',
	'blocks.0.0.ghost2',
	'blocks.1.0.ghost1'
] as const;
export type EarlyLayer = (typeof EARLY_LAYERS)[number];

/** Rows and columns of the pictures of all four. */
export const PICTURE_SIDE = 64;

const graphs = new Map(
	SHIPPED_NETWORKS.map(({ slug, architecture }) => [
		slug,
		buildNetwork(architecture, 'training-time')
	])
);

/**
 * The node that a layer's maps leave.
 * @throws Error when there is no such network or layer
 */
export function outputOf(slug: string, layer: string): string {
	const found = graphs.get(slug)?.layers.find(({ name }) => name === layer);
	if (!found) throw new Error(`The network "${slug}" has no layer called "${layer}".`);
	return found.output;
}

/** The early layer whose maps leave that node. */
export function layerAt(slug: string, node: string): EarlyLayer {
	const found = EARLY_LAYERS.find((layer) => outputOf(slug, layer) === node);
	if (!found) throw new Error(`No early layer of "${slug}" ends at "${node}".`);
	return found;
}

/** The node whose maps go into a layer. */
export function inputOf(slug: string, layer: string): string {
	const graph = graphs.get(slug);
	const first = graph?.layers.find(({ name }) => name === layer)?.nodes[0];
	const source = graph?.nodes.find(({ name }) => name === first)?.inputs[0];
	if (!source) throw new Error(`The network "${slug}" has no layer called "${layer}".`);
	return source;
}

/** Of a Ghost module's output, how many maps the primary convolution made; null for other layers. */
export function primaryCount(slug: string, layer: string): number | null {
	const module = graphs.get(slug)?.modules.find(({ name }) => name === layer);
	return module?.family === 'ghost' ? Math.ceil(module.channels / 2) : null;
}
