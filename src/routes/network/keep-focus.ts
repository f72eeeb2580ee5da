/** Where the focus goes when the button that had it is gone. */
import { tick } from 'svelte';
import { partElement } from './tour/frame-part.ts';

/** The list of networks: what loads, is refused or waits for a download was chosen there or beside it. */
const modelList = (): HTMLElement | null | undefined =>
	partElement('model')?.querySelector('select');

/**
 * Call it after what may take the focused button away: where the focus is lost then, it goes to what `place` gives,
 * or else to the list of networks. A reader who has gone elsewhere meanwhile stays there.
 */
export async function keepFocus(place?: () => HTMLElement | null | undefined): Promise<void> {
	await tick();
	if (document.activeElement !== document.body) return;
	(place?.() ?? modelList())?.focus();
}
