/** The page's address, read and written for the figures on it. */
import { replaceState } from '$app/navigation';
import { page } from '$app/state';
import type { Address } from '#lib/state/address/address-context.ts';
import {
	defaultUrlState,
	readUrlState,
	writeUrlState,
	type UrlState
} from '#lib/state/address/url-state.ts';

/** @param onignore hears the names of parameters that fit nothing */
export function pageAddress(onignore: (names: readonly string[]) => void): Address {
	return {
		read: readState,
		write: (part) => writeState({ ...readState(), ...part }),
		forget: () => {
			const { theme, profile, present, example } = readState();
			writeState({ ...defaultUrlState, theme, profile, present, example });
		},
		ignore: onignore
	};
}

function readState(): UrlState {
	return readUrlState(window.location.search).state;
}

function writeState(state: UrlState): void {
	const address = new URL(window.location.href);
	const search = writeUrlState(state);
	if (search === address.search) return;
	address.search = search;
	replaceState(address, page.state);
}
