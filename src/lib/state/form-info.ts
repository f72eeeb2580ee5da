/**
 * Shapes and counts for the picture at hand. The engine gives them for the network's own input size;
 * a tensor of another size has other shapes, which follow from the published tables.
 */
import { createArchitecture } from '#lib/core/architecture.ts';
import { bytesMoved, countGraph } from '#lib/core/counts.ts';
import { buildNetwork } from '#lib/core/network.ts';
import { formatShape } from '#lib/core/tensor.ts';
import type { FormInfo, LayerInfo, NetworkInfo, ShownForm } from '#lib/engine/protocol.ts';

/**
 * @param input [channels, rows, columns]
 * @throws Error when the network has no such form, or when the input has another size and the network
 *   is not one of the published tables
 */
export function formInfoFor(
	network: NetworkInfo,
	form: ShownForm,
	input: readonly [number, number, number]
): FormInfo {
	const own = network.forms[form];
	if (!own) throw new Error(`${network.name} has no ${form} form.`);
	if (input.join() === network.inputShape.join()) return own;
	const { family, width, classes, branch } = network;
	const graph = buildNetwork(
		createArchitecture(family, { width, classes, branch, inputShape: input }),
		form
	);
	const known = own.layers.map(({ name }) => name).join();
	if (input[0] !== network.inputShape[0] || graph.layers.map(({ name }) => name).join() !== known) {
		throw new Error(
			`This network takes pictures of ${formatShape(network.inputShape)}; the tensor is ${formatShape(input)}.`
		);
	}
	const costs = countGraph(graph, [1, ...input]);
	return {
		parameters: own.parameters,
		macs: costs.macs,
		bytesMoved: bytesMoved(costs),
		peakActivationBytes: costs.peakActivationBytes,
		layers: graph.layers.map(({ name, kind, output }): LayerInfo => {
			const cost = costs.layers.get(name)!;
			const [, channels, rows, columns] = costs.nodes.get(output)!.outputShape;
			const { parameters, macs } = cost;
			const shape = [channels, rows, columns] as const;
			return { name, kind, shape, parameters, macs, bytesMoved: bytesMoved(cost) };
		})
	};
}

/** Looked at first: early enough to see the picture, with enough maps to compare. */
const FIRST_LAYER = 'blocks.4.0.ghost1';

/**
 * The layer to show: the one asked for, or, where a form does not have it, the nearest layer around it
 * (`…ghost1` for `…ghost1.fusion_bn`).
 */
export function resolveLayer(asked: string | null, layers: readonly LayerInfo[]): string {
	const names = new Set(layers.map(({ name }) => name));
	const parts = (asked ?? FIRST_LAYER).split('.');
	for (let length = parts.length; length > 0; length--) {
		const name = parts.slice(0, length).join('.');
		if (names.has(name)) return name;
	}
	return asked === FIRST_LAYER ? (layers[0]?.name ?? '') : resolveLayer(FIRST_LAYER, layers);
}
