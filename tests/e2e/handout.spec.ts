/** Lessons on paper: at most six pages each, lines for guesses, and no answers. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { test } from '../support/live-page.ts';

const build = fileURLToPath(new URL('../../build/lessons', import.meta.url));
const slugs = readdirSync(build, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name);

/** A page of a PDF is an object of type Page; the tree above them is of type Pages. */
const countPages = (pdf: Buffer): number =>
	pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

test('every lesson is a handout of at most six pages', async ({ page }) => {
	test.slow();
	for (const slug of slugs) {
		await page.goto(`./lessons/${slug}/`);
		await page.evaluate(() => document.fonts.ready);
		const pages = countPages(await page.pdf({ preferCSSPageSize: true }));
		expect.soft(pages, slug).toBeGreaterThan(1);
		expect.soft(pages, slug).toBeLessThanOrEqual(6);
	}
});

test('a guide is one page', async ({ page }) => {
	// The longest of them.
	await page.goto('./teach/the-same-feature-twice/');
	await page.evaluate(() => document.fonts.ready);
	expect(countPages(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
});

test('a handout has lines to write on and no answer, and nothing is cut off', async ({ page }) => {
	await page.setViewportSize({ width: 695, height: 1039 });
	await page.goto('./lessons/folding-the-branches/');
	await page.getByRole('radio', { name: /The centre gains 0.60/ }).check();
	await page.getByRole('button', { name: 'Commit prediction' }).click();
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('#taps .lines')).toBeVisible();
	await expect(page.getByText('As a kernel the branch is')).toBeHidden();
	await expect(page.getByRole('button', { name: 'Commit prediction' })).toBeHidden();
	await expect(page.getByRole('navigation')).toHaveCount(0);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(wide).toBeLessThanOrEqual(695);
});
