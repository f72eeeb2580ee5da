/** What a page does that a well-behaved one does not do. */
import type { ConsoleMessage, Page } from '@playwright/test';

/** Said by Playwright itself in place of a service worker, which `tests/playwright.config.ts` keeps away. */
const notOfThePage = 'Service Worker registration blocked by Playwright';

export function isComplaint(message: ConsoleMessage): boolean {
	return ['error', 'warning'].includes(message.type()) && message.text() !== notOfThePage;
}

/** Collects all of it, requests to other sites too; read it at the end of a test. */
export function watchPage(page: Page, baseURL: string | undefined): string[] {
	const found: string[] = [];
	const { origin } = new URL(baseURL ?? '');
	page.on('console', (message) => {
		if (isComplaint(message)) found.push(`console: ${message.text()}`);
	});
	page.on('pageerror', (error) => found.push(`page error: ${error.message}`));
	page.on('request', (request) => {
		const url = new URL(request.url());
		if (url.protocol.startsWith('http') && url.origin !== origin) {
			found.push(`request to ${url.origin}`);
		}
	});
	return found;
}
