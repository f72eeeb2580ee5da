/** What the browser's console says of a page that does not behave. */
import type { ConsoleMessage } from '@playwright/test';

/** Said by Playwright itself in place of a service worker, which `tests/playwright.config.ts` keeps away. */
const notOfThePage = 'Service Worker registration blocked by Playwright';

export function isComplaint(message: ConsoleMessage): boolean {
	return ['error', 'warning'].includes(message.type()) && message.text() !== notOfThePage;
}
