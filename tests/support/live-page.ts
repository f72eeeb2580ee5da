/**
 * A page that answers: after an address is opened, the test goes on when the page's scripts have taken over.
 * Keys mean nothing before, and a test that presses them too early passes on a fast machine only.
 */
import { test as base, type Page } from '@playwright/test';

/** The mark of src/routes/shell/go-live.ts; a document without the site's scripts has none to wait for. */
const live = 'html[data-live], html:not(:has(script[src$="early.js"]))';

/** Waits until the page is live. */
export const untilLive = (page: Page): Promise<void> =>
	page.locator(live).waitFor({ state: 'attached' });

export const test = base.extend({
	page: async ({ page, javaScriptEnabled }, use) => {
		if (javaScriptEnabled !== false) waitAfterLoads(page);
		await use(page);
	}
});

function waitAfterLoads(page: Page): void {
	const goto = page.goto.bind(page);
	const reload = page.reload.bind(page);
	page.goto = async (...asked) => {
		const response = await goto(...asked);
		await untilLive(page);
		return response;
	};
	page.reload = async (...asked) => {
		const response = await reload(...asked);
		await untilLive(page);
		return response;
	};
}
