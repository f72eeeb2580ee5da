/** The start page, and the page for addresses that lead nowhere. */
import { expect } from '@playwright/test';
import { test } from '../support/live-page.ts';

test('the start page leads into the first lesson, and lists all of them', async ({ page }) => {
	await page.goto('./');
	const main = page.getByRole('main');
	const start = main.getByRole('link', { name: /^Start with lesson \d+$/ });
	const first = main
		.getByRole('region', { name: /lessons$/ })
		.getByRole('link')
		.first();
	expect(await first.getAttribute('href')).toBe(await start.getAttribute('href'));
	await start.click();
	await expect(page).toHaveURL(/\/lessons\/[a-z-]+\/$/);
});

test('who has read something goes on there', async ({ page }) => {
	await page.goto('./lessons/folding-the-branches/');
	await page.getByRole('main').getByRole('heading', { level: 2 }).nth(1).scrollIntoViewIfNeeded();
	// A cell counts as read when its end was in view and at rest for a while.
	await expect
		.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage })), { timeout: 20_000 })
		.toContain('folding-the-branches');
	await page.goto('./');
	await expect(page.getByRole('link', { name: 'Continue with lesson 6' })).toBeVisible();
	await expect(page.getByRole('main')).toContainText(/\d+ of \d+ cells read\./);
});

test('three ways in lead to lessons, network and gallery', async ({ page }) => {
	for (const [name, address] of [
		['Read', /\/lessons\/$/],
		['Run', /\/network\/$/],
		['Teach', /\/gallery\/$/]
	] as const) {
		await page.goto('./');
		const ways = page.getByRole('region', { name: 'Three ways in' });
		await ways.getByRole('link', { name }).click();
		await expect(page).toHaveURL(address);
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
	}
});

test('a mistyped address names the nearest page', async ({ page }) => {
	const answer = await page.goto('./lessons/folding-the-brances/');
	expect(answer?.status()).toBe(404);
	const main = page.getByRole('main');
	await expect(main).toContainText('Did you mean');
	await main
		.getByRole('link', { name: /Folding the branches/ })
		.first()
		.click();
	await expect(page).toHaveURL(/\/lessons\/folding-the-branches\/$/);
});

test('an address that is near to nothing gets no guess', async ({ page }) => {
	await page.goto('./no/such/place/at/all/');
	await expect(page.getByRole('main')).toContainText('This page is not here');
	await expect(page.getByRole('main')).not.toContainText('Did you mean');
	await expect(page.getByRole('link', { name: '8. The RepGhost bottleneck' })).toBeVisible();
});
