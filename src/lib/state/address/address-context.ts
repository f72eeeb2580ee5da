/** The page's address as figures see it: what it asks for, and what of their state goes into it. */
import { createContext } from 'svelte';
import type { UrlState } from './url-state.ts';

export interface Address {
	/** What the address says now; call it in the browser only. */
	read(): UrlState;
	/** Writes a part of the state into the address; what else it says stays. */
	write(part: Partial<UrlState>): void;
	/** Takes out all that figures have written, as when they begin anew. */
	forget(): void;
	/** Tells the reader that parameters were left out. */
	ignore(names: readonly string[]): void;
}

export const [useAddress, provideAddress] = createContext<Address>();
