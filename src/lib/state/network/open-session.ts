/** A session on the real workers. */
import { connectEngine } from '#lib/engine/client.ts';
import { connectDrawer } from '#lib/pictures/draw-client.ts';
import { DEFAULT_CHOICES } from './choices.ts';
import { ModelCards } from '#lib/state/weights/model-cards.ts';
import { NetworkSession } from './network-session.svelte.ts';
import type { PublishedWeights } from '#lib/state/weights/published-weights.svelte.ts';

/**
 * Fetches nothing yet: the workers come with `start`.
 * @param networks the whole address of the folder with the shipped networks, with a slash at its end
 * @param published where published weights are kept
 */
export function openSession(networks: () => URL, published: PublishedWeights): NetworkSession {
	const cards = new ModelCards(networks);
	return new NetworkSession(
		{ engine: connectEngine, drawer: connectDrawer, cards, published },
		DEFAULT_CHOICES
	);
}
