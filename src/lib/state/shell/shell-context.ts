/** What the shell shares with every page and figure: created in the root layout, got by context. */
import { createContext } from 'svelte';
import type { Keyboard } from './keymap.ts';
import type { Settings } from './settings.svelte.ts';
import type { Store } from './storage.ts';

interface Shell {
	readonly settings: Settings;
	readonly keyboard: Keyboard;
	readonly store: Store;
	/** What is kept as long as this tab is open, reloads and all. */
	readonly tabStore: Store;
}

export const [useShell, provideShell] = createContext<Shell>();
