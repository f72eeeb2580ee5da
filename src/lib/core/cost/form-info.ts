/** What a form of a network is and costs for a picture of some size, ready to be shown. */
import type { Architecture } from '#lib/core/network/architecture.ts';
import { bytesMoved, countGraph } from './counts.ts';
import type { Form, LayerKind } from '#lib/core/graph.ts';
import { buildNetwork } from '#lib/core/network/network.ts';

export interface LayerInfo {
	/** State-dict prefix of timm. */
	readonly name: string;
	readonly kind: LayerKind;
	/** [channels, rows, columns]. */
	readonly shape: readonly [number, number, number];
	readonly parameters: number;
	readonly macs: number;
	readonly bytesMoved: number;
}

export interface FormInfo {
	readonly parameters: number;
	readonly macs: number;
	readonly bytesMoved: number;
	/** Peak of live activations in bytes. */
	readonly peakActivationBytes: number;
	/** In running order, inner layers before outer ones. */
	readonly layers: readonly LayerInfo[];
}

/**
 * Shapes and counts of a form for one picture.
 *
 * @param inputShape [channels, rows, columns]; any rows and columns, since the head pools
 * @throws Error when the picture has another number of channels than the network takes
 */
export function describeForm(
	architecture: Architecture,
	form: Form,
	inputShape: readonly [number, number, number] = architecture.inputShape
): FormInfo {
	const graph = buildNetwork(architecture, form);
	const cost = countGraph(graph, [1, ...inputShape]);
	return {
		parameters: cost.parameters,
		macs: cost.macs,
		bytesMoved: bytesMoved(cost),
		peakActivationBytes: cost.peakActivationBytes,
		layers: graph.layers.map(({ name, kind, output }) => {
			const layer = cost.layers.get(name)!;
			const [, ...shape] = cost.nodes.get(output)!.outputShape;
			return {
				name,
				kind,
				shape,
				parameters: layer.parameters,
				macs: layer.macs,
				bytesMoved: bytesMoved(layer)
			};
		})
	};
}
