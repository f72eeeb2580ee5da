/** The frame around every page: found by role and name, under the content security policy. */
import { expect, type Page } from '@playwright/test';
import { watchPage } from '../support/complaints.ts';
import { test } from '../support/live-page.ts';

declare global {
	interface Window {
		violations: string[];
	}
}

/** Collects what a well-behaved page does not do, and what its policy refused. */
async function watch(page: Page, baseURL: string | undefined): Promise<() => Promise<string[]>> {
	const found = watchPage(page, baseURL);
	await page.addInitScript(() => {
		window.violations = [];
		document.addEventListener('securitypolicyviolation', (event) =>
			window.violations.push(`${event.violatedDirective} ${event.blockedURI}`)
		);
	});
	return async () => [...found, ...(await page.evaluate(() => window.violations))];
}

const themeOf = (page: Page): Promise<string | undefined> =>
	page.evaluate(() => document.documentElement.dataset.theme);

test('a page holds the policy, and asks no other computer for anything', async ({
	page,
	baseURL
}) => {
	const wrong = await watch(page, baseURL);
	await page.goto('./');
	const policy = await page
		.locator('meta[http-equiv="content-security-policy"]')
		.getAttribute('content');
	expect(policy).toContain("default-src 'none'");
	expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'sha256-[^']+'(;|$)/);
	expect(policy).toContain("style-src 'self';");
	expect(policy).not.toContain("'unsafe-eval'");
	await page.getByRole('button', { name: 'Settings' }).click();
	await page.getByRole('radio', { name: 'Dark' }).check();
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Keyboard help' }).click();
	await page.keyboard.press('Escape');
	await page.evaluate(() => document.fonts.ready);
	expect(await wrong()).toEqual([]);
});

test('the policy stops a script and a style sheet that are not ours', async ({ page, baseURL }) => {
	const wrong = await watch(page, baseURL);
	await page.goto('./');
	await page.evaluate(() => {
		for (const name of ['script', 'style']) {
			const element = document.createElement(name);
			element.textContent = name === 'script' ? 'window.name = "ran"' : 'body { opacity: 0 }';
			document.head.append(element);
		}
	});
	expect(await page.evaluate(() => window.name)).toBe('');
	await expect.poll(async () => (await wrong()).length).toBeGreaterThanOrEqual(2);
});

test('the first Tab reaches the skip link, and it leads into the content', async ({ page }) => {
	await page.goto('./');
	await page.keyboard.press('Tab');
	const skip = page.getByRole('link', { name: 'Skip to content' });
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('main')).toBeFocused();
	await page.keyboard.press('Tab');
	const inMain = await page.evaluate(() => document.activeElement?.closest('main') !== null);
	expect(inMain).toBe(true);
});

test('the start page leads to the network page, and the bar says where one is', async ({
	page
}) => {
	await page.goto('./');
	await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
	const bar = page.getByRole('navigation', { name: 'Site' });
	await expect(bar.getByRole('link', { name: 'Start' })).toHaveAttribute('aria-current', 'page');
	await page.getByRole('link', { name: 'Run the network' }).click();
	await expect(page).toHaveURL(/\/network\/$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
	await expect(bar.getByRole('link', { name: 'Network' })).toHaveAttribute('aria-current', 'page');
	await page.getByRole('link', { name: 'RepGhost Notebook, start' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('A branch that is there');
});

test('settings hold at once and over a reload', async ({ page }) => {
	await page.goto('./');
	const button = page.getByRole('button', { name: 'Settings' });
	await button.click();
	const dialog = page.getByRole('dialog', { name: 'Settings' });
	await dialog.getByRole('group', { name: 'Theme' }).getByRole('radio', { name: 'Dark' }).check();
	await dialog.getByRole('radio', { name: 'Projector' }).check();
	await dialog.getByRole('radio', { name: 'Reduced' }).check();
	await dialog.getByRole('switch', { name: 'Show the code' }).check();
	await expect(dialog.getByText('Kept in this browser only.')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(button).toBeFocused();

	await page.reload();
	const html = page.locator('html');
	await expect(html).toHaveAttribute('data-theme', 'dark');
	await expect(html).toHaveAttribute('data-profile', 'projector');
	await expect(html).toHaveAttribute('data-motion', 'reduced');
	await expect(html).toHaveCSS('--m-step', '0s');
	await button.click();
	await expect(dialog.getByRole('switch', { name: 'Show the code' })).toBeChecked();
	await dialog.getByRole('button', { name: 'Clear my data' }).click();
	await dialog.getByRole('button', { name: 'Yes, clear it' }).click();
	await expect(dialog.getByText('Your data is cleared.')).toBeVisible();
	await expect(html).not.toHaveAttribute('data-theme');
	expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('a theme changes the colours, and the system decides without one', async ({ page }) => {
	const ground = (): Promise<string> =>
		page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	await page.emulateMedia({ colorScheme: 'dark' });
	await page.goto('./');
	expect(await themeOf(page)).toBeUndefined();
	expect(await ground()).toBe('rgb(25, 22, 18)');
	await page.goto('./?theme=light');
	expect(await ground()).toBe('rgb(250, 245, 234)');
	await page.goto('./?theme=light&profile=projector');
	expect(await ground()).toBe('rgb(255, 255, 255)');
});

test('the address asks for a theme and a profile until the reader chooses', async ({ page }) => {
	await page.goto('./?theme=dark&profile=projector');
	const html = page.locator('html');
	await expect(html).toHaveAttribute('data-profile', 'projector');
	await page.getByRole('button', { name: 'Settings' }).click();
	await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
	await page.getByRole('radio', { name: 'Light' }).check();
	await expect(html).toHaveAttribute('data-theme', 'light');
	await expect(page).toHaveURL(/\?profile=projector$/);
	await page.reload();
	await expect(html).toHaveAttribute('data-theme', 'light');
});

test('the theme is set before the page is painted', async ({ page }) => {
	await page.addInitScript(() => {
		document.addEventListener('DOMContentLoaded', () => {
			window.name = document.documentElement.dataset.theme ?? 'none';
		});
	});
	await page.goto('./?theme=dark');
	expect(await page.evaluate(() => window.name)).toBe('dark');
});

test('a hostile address gives the defaults and a quiet notice', async ({ page, baseURL }) => {
	const wrong = await watch(page, baseURL);
	const script = encodeURIComponent('</script><script>window.name="ran"</script>');
	await page.goto(`./?theme=${script}&profile=1e9&__proto__=1&${script}=1`);
	const notice = page.getByRole('main').getByRole('status').filter({ hasText: 'Not understood' });
	await expect(notice).toHaveText('Not understood in the address and left out: theme, profile.');
	expect(await themeOf(page)).toBeUndefined();
	expect(await page.evaluate(() => window.name)).toBe('');
	expect(await wrong()).toEqual([]);
});

test('keys open the dialogs, unless they are turned off', async ({ page }) => {
	await page.goto('./');
	const help = page.getByRole('dialog', { name: 'Keyboard help' });
	await page.keyboard.press('?');
	await expect(help).toContainText('Open settings');
	await page.keyboard.press('Escape');
	await expect(help).toBeHidden();
	await page.keyboard.press(',');
	const settings = page.getByRole('dialog', { name: 'Settings' });
	await settings.getByRole('switch', { name: 'Single-key shortcuts' }).uncheck();
	await page.keyboard.press('Escape');
	await page.keyboard.press('?');
	await page.keyboard.press(',');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await page.getByRole('button', { name: 'Keyboard help' }).click();
	await expect(help).toContainText('Single-key shortcuts are off.');
	await expect(help).not.toContainText('Open settings');
});

test('blocked storage is said, and nothing breaks', async ({ page, baseURL }) => {
	const wrong = await watch(page, baseURL);
	await page.addInitScript(() => {
		Object.defineProperty(window, 'localStorage', {
			get() {
				throw new DOMException('blocked', 'SecurityError');
			}
		});
	});
	await page.goto('./');
	await page.getByRole('button', { name: 'Settings' }).click();
	const dialog = page.getByRole('dialog', { name: 'Settings' });
	await expect(dialog.getByText('Not saved here')).toBeVisible();
	await dialog.getByRole('radio', { name: 'Dark' }).check();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await dialog.getByRole('button', { name: 'Clear my data' }).click();
	await dialog.getByRole('button', { name: 'Yes, clear it' }).click();
	await expect(page.locator('html')).not.toHaveAttribute('data-theme');
	expect(await wrong()).toEqual([]);
});

test('an address that leads nowhere says so and helps on', async ({ page }) => {
	const answer = await page.goto('./lessons/not-written/?theme=dark');
	expect(answer?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not here');
	await expect(page.getByRole('main')).toContainText('/lessons/not-written/');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await page.getByRole('main').getByRole('link', { name: 'Start' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('A branch that is there');
});

test('the licences of what is shipped can be read', async ({ page }) => {
	await page.goto('./');
	const href = await page.getByRole('link', { name: 'Licences' }).getAttribute('href');
	const answer = await page.request.get(new URL(href ?? '', page.url()).href);
	expect(answer.status()).toBe(200);
	expect(await answer.text()).toContain('svelte');
});

test('nothing moves on the page while it loads', async ({ page }) => {
	await page.addInitScript(() => {
		window.name = '0';
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) {
				const shift = entry as PerformanceEntry & { value: number };
				window.name = String(Number(window.name) + shift.value);
			}
		}).observe({ type: 'layout-shift', buffered: true });
	});
	await page.goto('./');
	await page.evaluate(() => document.fonts.ready);
	expect(Number(await page.evaluate(() => window.name))).toBeLessThan(0.05);
});

test('printing leaves the controls out and is black on white', async ({ page }) => {
	await page.goto('./?theme=dark');
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('button', { name: 'Settings' })).toBeHidden();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	const colours = await page.evaluate(() => {
		const { color, backgroundColor } = getComputedStyle(document.body);
		return [color, backgroundColor];
	});
	expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the text and the drawings are there, and what needs a script is not offered', async ({
		page
	}) => {
		await page.goto('./');
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.locator('noscript p')).toBeVisible();
		await expect(page.getByRole('img', { name: /The module from top to bottom/ })).toBeVisible();
		await expect(page.getByRole('button', { name: 'Settings' })).toBeHidden();
	});
});
