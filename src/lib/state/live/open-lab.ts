/** The live figures' lab on its real worker. */
import { connectLiveEngine } from '#lib/engine/live-client.ts';
import { LiveLab } from './live-lab.svelte.ts';

/** Fetches nothing yet: the worker comes with `start`. */
export function openLab(): LiveLab {
	return new LiveLab(connectLiveEngine);
}
