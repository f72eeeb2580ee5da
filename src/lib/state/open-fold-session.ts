/** A fold session on the real workers. */
import { connectDrawer } from '#lib/pictures/draw-client.ts';
import { FoldNetworks } from './fold-networks.svelte.ts';
import { FoldSession, type FoldDefaults } from './fold-session.svelte.ts';
import type { LiveLab } from './live-lab.svelte.ts';
import { ModelCards } from './model-cards.ts';

/**
 * Fetches nothing yet: the workers come when they are first needed.
 * @param networks the whole address of the folder with the shipped networks, with a slash at its end
 * @returns the session, and what ends its own worker
 */
export function openFoldSession(
	lab: LiveLab,
	networks: () => URL,
	defaults: FoldDefaults
): { readonly session: FoldSession; readonly close: () => void } {
	const drawer = connectDrawer();
	const session = new FoldSession(
		lab,
		new FoldNetworks(new ModelCards(networks), drawer),
		defaults
	);
	return { session, close: drawer.close };
}
