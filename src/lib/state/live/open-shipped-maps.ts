/** Maps of the shipped networks on the real workers. */
import { connectDrawer } from '#lib/pictures/draw-client.ts';
import type { LiveLab } from './live-lab.svelte.ts';
import { ModelCards } from '#lib/state/weights/model-cards.ts';
import { ShippedMaps } from './shipped-maps.svelte.ts';

/**
 * Fetches nothing yet.
 * @param folder the whole address of the folder with the shipped networks, with a slash at its end
 * @returns the maps, and what ends the worker that draws the pictures
 */
export function openShippedMaps(
	lab: LiveLab,
	folder: () => URL
): { readonly maps: ShippedMaps; readonly close: () => void } {
	const drawer = connectDrawer();
	return {
		maps: new ShippedMaps(lab, { cards: new ModelCards(folder), drawer }),
		close: drawer.close
	};
}
