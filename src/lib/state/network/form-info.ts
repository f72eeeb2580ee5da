/** Which counts and which layer the page shows for the picture at hand. */
import { describeForm, type FormInfo, type LayerInfo } from '#lib/core/cost/form-info.ts';
import type { NetworkInfo, ShownForm } from '#lib/engine/protocol.ts';

/**
 * The engine's own counts for the network's size; counted anew for a tensor of another one.
 *
 * @param input [channels, rows, columns]
 * @throws Error when the network has no such form, or takes another number of channels
 */
export function formInfoFor(
	network: NetworkInfo,
	form: ShownForm,
	input: readonly [number, number, number]
): FormInfo {
	const own = network.forms[form];
	if (!own) throw new Error(`${network.name} has no ${form} form.`);
	if (input.join() === network.inputShape.join()) return own;
	return describeForm(network.architecture, form, input);
}

/** Looked at first: early enough to see the picture, with enough maps to compare. */
const FIRST_LAYERS = ['blocks.4.0.ghost1', 'blocks.1.0.ghost1'];

/**
 * The layer to show: the one asked for, or, where a form does not have it, the nearest layer around it
 * (`…ghost1` for `…ghost1.fusion_bn`).
 */
export function resolveLayer(asked: string | null, layers: readonly LayerInfo[]): string {
	const names = new Set(layers.map(({ name }) => name));
	const parts = asked?.split('.') ?? [];
	for (let length = parts.length; length > 0; length--) {
		const name = parts.slice(0, length).join('.');
		if (names.has(name)) return name;
	}
	return FIRST_LAYERS.find((name) => names.has(name)) ?? layers[0]?.name ?? '';
}
