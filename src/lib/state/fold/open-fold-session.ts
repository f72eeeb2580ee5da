/** Fold sessions, and networks to fold, on the real workers. */
import { connectDrawer } from '#lib/pictures/draw-client.ts';
import { FoldNetworks } from './fold-networks.svelte.ts';
import { FoldSession, type FoldDefaults } from './fold-session.svelte.ts';
import type { LiveLab } from '#lib/state/live/live-lab.svelte.ts';
import { ModelCards } from '#lib/state/weights/model-cards.ts';

/**
 * Fetches nothing yet: networks and pictures come when they are first needed.
 * @param folder the whole address of the folder with the shipped networks, with a slash at its end
 * @returns the networks, and what ends the worker that draws their pictures
 */
export function openFoldNetworks(folder: () => URL): {
	readonly networks: FoldNetworks;
	readonly close: () => void;
} {
	const drawer = connectDrawer();
	return { networks: new FoldNetworks(new ModelCards(folder), drawer), close: drawer.close };
}

/** The same, with a session that folds one module of them, or the toy. */
export function openFoldSession(
	lab: LiveLab,
	folder: () => URL,
	defaults: FoldDefaults
): { readonly session: FoldSession; readonly close: () => void } {
	const { networks, close } = openFoldNetworks(folder);
	return { session: new FoldSession(lab, networks, defaults), close };
}
