/** The page's address, read and written for the figures on it. */
import { replaceState } from '$app/navigation';
import { page } from '$app/state';
import type { Address } from '#lib/state/address-context.ts';
import { readUrlState, writeUrlState } from '#lib/state/url-state.ts';

/** @param onignore hears the names of parameters that fit nothing */
export function pageAddress(onignore: (names: readonly string[]) => void): Address {
	return {
		read: () => readUrlState(window.location.search).state,
		write: (part) => {
			const address = new URL(window.location.href);
			const search = writeUrlState({ ...readUrlState(address.search).state, ...part });
			if (search === address.search) return;
			address.search = search;
			replaceState(address, page.state);
		},
		ignore: onignore
	};
}
