/** A session on the real engine. */
import { connectEngine } from '#lib/engine/client.ts';
import { DEFAULT_CHOICES } from './choices.ts';
import { NetworkSession } from './network-session.svelte.ts';

/** Fetches nothing yet: the engine comes with `start`. */
export function openSession(): NetworkSession {
	return new NetworkSession(connectEngine, DEFAULT_CHOICES);
}
