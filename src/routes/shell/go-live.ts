/** From now on the page answers: what its reader did before is done again by static/early.js. */
import { tick } from 'svelte';

/**
 * Marks the page as live, for styles and tests, once every component of it listens.
 * @param page the document that has just been hydrated
 */
export async function goLive(page: Document): Promise<void> {
	await tick();
	page.dispatchEvent(new Event('live'));
	page.documentElement.dataset.live = '';
}
