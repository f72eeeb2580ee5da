/** The page about the site: what lessons link to is there. */
import { expect } from '@playwright/test';
import { test } from '../support/live-page.ts';

test('terms and sources have addresses of their own', async ({ page }) => {
	await page.goto('./about/#term-bias');
	await expect(page.locator('#term-bias')).toBeInViewport();
	await expect(page.locator('#term-bias')).toContainText('added to every output');
	await expect(page.locator('#ref-repghost')).toContainText('arXiv 2211.06088');
	for (const part of ['Sources', 'Glossary', 'Privacy', 'Access', 'Licences']) {
		await expect(page.getByRole('heading', { level: 2, name: part })).toBeVisible();
	}
});

test('the contents lead to the parts of the page', async ({ page }) => {
	await page.goto('./about/');
	const contents = page.getByRole('navigation', { name: 'On this page' });
	await contents.getByRole('link', { name: 'Privacy' }).click();
	await expect(page.getByRole('heading', { name: 'Privacy' })).toBeInViewport();
	await expect(page.getByRole('main')).toContainText('Nothing leaves this computer.');
});

test('the licences of the packages can be opened', async ({ page }) => {
	await page.goto('./about/');
	const href = await page.getByRole('link', { name: 'licenses.txt' }).getAttribute('href');
	const answer = await page.request.get(new URL(href ?? '', page.url()).href);
	expect(answer.status()).toBe(200);
	expect(await answer.text()).toContain('@fontsource-variable/source-serif-4');
});
