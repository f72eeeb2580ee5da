/** The reader's choices and the address, kept in step. */
import { replaceState } from '$app/navigation';
import { page } from '$app/state';
import type { Choices } from '#lib/state/network/choices.ts';
import { choicesFromUrl, choicesToUrl } from '#lib/state/network/choices-address.ts';
import { readUrlState, writeUrlState } from '#lib/state/address/url-state.ts';

/** What the address asks for, and the names of parameters that ask for something unknown. */
export function readChoices(): ReturnType<typeof choicesFromUrl> {
	return choicesFromUrl(readUrlState(window.location.search).state);
}

/** Writes the choices into the address; what else it says stays. */
export function writeChoices(choices: Choices): void {
	const address = new URL(window.location.href);
	const { state } = readUrlState(address.search);
	const search = writeUrlState({ ...state, ...choicesToUrl(choices) });
	if (search === address.search) return;
	address.search = search;
	replaceState(address, page.state);
}

/** The stop of the guided tour that the address opens; null where it opens none. */
export function readTourStop(): string | null {
	return readUrlState(window.location.search).state.tour;
}

/** Writes the stop into the address, or takes it out. */
export function writeTourStop(tour: string | null): void {
	const address = new URL(window.location.href);
	const { state } = readUrlState(address.search);
	address.search = writeUrlState({ ...state, tour });
	replaceState(address, page.state);
}
