/** Whether the code of the cell one stands in is asked for, a getter: by its gutter, or by the settings. */
import { createContext } from 'svelte';

export const [useCodeShown, provideCodeShown] = createContext<() => boolean>();
