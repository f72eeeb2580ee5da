/** What the shell shares with every page and figure: created in the root layout, got by context. */
import { createContext } from 'svelte';
import type { Keyboard } from './keymap.ts';
import type { Settings } from './settings.svelte.ts';
import type { Store } from './storage.ts';

interface Shell {
	readonly settings: Settings;
	readonly keyboard: Keyboard;
	readonly store: Store;
}

export const [useShell, provideShell] = createContext<Shell>();
