/** The pages of the lessons: their frame, keys, contents, glossary, progress; without a script; on paper. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { watchPage } from '../support/complaints.ts';
import { test } from '../support/live-page.ts';

const built = fileURLToPath(new URL('../../build/lessons', import.meta.url));
const slugs = readdirSync(built, { recursive: true, encoding: 'utf8' })
	.filter((file) => /^[a-z0-9-]+[\\/]index\.html$/.test(file))
	.map((file) => dirname(file))
	.sort();
const folding = './lessons/folding-the-branches/';
const batchNorm = './lessons/batch-norm-is-a-scale-and-a-shift/';

async function open(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await page.evaluate(() => document.fonts.ready);
}

/** Goes down the page as a reader does, and tells how much its lines have moved by themselves. */
async function shiftsWhileReading(page: Page): Promise<number> {
	return page.evaluate(async () => {
		let sum = 0;
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) {
				const { value, hadRecentInput } = entry as unknown as {
					value: number;
					hadRecentInput: boolean;
				};
				if (!hadRecentInput) sum += value;
			}
		}).observe({ type: 'layout-shift', buffered: true });
		const { body, documentElement } = document;
		for (let top = 0; top < body.scrollHeight; top += documentElement.clientHeight / 2) {
			window.scrollTo(0, top);
			await new Promise((resolve) => setTimeout(resolve, 250));
		}
		await new Promise((resolve) => setTimeout(resolve, 1000));
		return sum;
	});
}

for (const slug of slugs) {
	for (const width of [390, 1280]) {
		test(`${slug} at ${width} px: figures come alive, no line moves, no error`, async ({
			page,
			baseURL
		}) => {
			const wrong = watchPage(page, baseURL);
			await page.setViewportSize({ width, height: 900 });
			await open(page, `./lessons/${slug}/`);
			await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
			expect(await shiftsWhileReading(page)).toBeLessThan(0.05);
			await expect(page.getByRole('alert')).toHaveCount(0);
			expect(wrong).toEqual([]);
		});
	}
}

test('every lesson is listed, and leads to the one before and after', async ({ page }) => {
	await open(page, './lessons/');
	const links = page
		.getByRole('main')
		.getByRole('listitem')
		.getByRole('link', { name: /^\d+ .* \d+ min/ });
	await expect(links).toHaveCount(slugs.length);
	await links.first().click();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	const way = page.getByRole('navigation', { name: 'Lessons before and after' });
	await expect(way.getByRole('link', { name: /^Previous lesson/ })).toHaveCount(0);
	for (let lesson = 1; lesson < slugs.length; lesson++) {
		const before = page.url();
		await way.getByRole('link', { name: /^Next lesson/ }).click();
		await expect(page).not.toHaveURL(before);
		await expect(way.getByRole('link', { name: /^Previous lesson/ })).toHaveCount(1);
	}
	await expect(way.getByRole('link', { name: /^Next lesson/ })).toHaveCount(0);
	await expect(
		page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Lessons' })
	).toHaveAttribute('aria-current', 'true');
});

test('j and k go from cell to cell, and can be turned off', async ({ page }) => {
	await open(page, batchNorm);
	const headings = page.getByRole('main').locator('section > h2');
	await page.keyboard.press('j');
	await expect(headings.nth(0)).toBeFocused();
	await page.keyboard.press('j');
	await expect(headings.nth(1)).toBeFocused();
	await page.keyboard.press('k');
	await expect(headings.nth(0)).toBeFocused();
	await page.getByRole('button', { name: 'Keyboard help' }).click();
	await expect(page.getByRole('dialog')).toContainText('Next cell');
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Settings' }).click();
	await page.getByRole('switch', { name: 'Single-key shortcuts' }).uncheck();
	await page.keyboard.press('Escape');
	await page.keyboard.press('j');
	await expect(headings.nth(1)).not.toBeFocused();
});

test('the contents lead to a cell and mark it', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await open(page, batchNorm);
	const contents = page.getByRole('navigation', { name: 'Contents' });
	const link = contents.getByRole('link', { name: /Into the kernel/ });
	await link.click();
	await expect(page).toHaveURL(/#into-the-kernel$/);
	await expect(
		page.getByRole('heading', { name: 'Into the kernel', exact: true })
	).toBeInViewport();
	await expect(link).toHaveAttribute('aria-current', 'location');
});

test('a term is explained to pointer and focus, and Escape takes it away', async ({ page }) => {
	await open(page, folding);
	const term = page.getByRole('main').locator('a.term').first();
	const hint = page.getByRole('tooltip');
	await expect(hint).toHaveCount(0);
	await term.focus();
	await expect(hint).toBeVisible();
	await expect(term).toHaveAccessibleDescription(/\S/);
	await page.keyboard.press('Escape');
	await expect(hint).toHaveCount(0);
	await term.hover();
	await expect(hint).toBeVisible();
	await hint.hover();
	await page.waitForTimeout(500);
	await expect(hint).toBeVisible();
	await page.mouse.move(1, 1);
	await expect(hint).toHaveCount(0);
	await term.click();
	await expect(page).toHaveURL(/\/about\/#term-/);
});

test('a word that points lights up its part of the figure, and leads there', async ({ page }) => {
	await open(page, folding);
	const word = page.getByRole('main').locator('a.pointer[data-figure="stepper"]').last();
	await expect(word).not.toHaveClass(/\blit\b/);
	await word.focus();
	await expect(word).toHaveClass(/\blit\b/);
	await word.click();
	await expect(page).toHaveURL(/#stepper$/);
	await expect(page.locator('#stepper')).toBeInViewport();
	await expect(word).toHaveClass(/\blit\b/);
});

test('the code of a cell is shown from its gutter, and that of all cells by the settings', async ({
	page
}) => {
	await open(page, batchNorm);
	const cell = page.getByRole('region', { name: 'Only two of them matter' });
	const others = page.getByRole('region', { name: 'Into the kernel' });
	await expect(cell.getByRole('tab', { name: 'PyTorch' })).toHaveCount(0);
	const button = cell.getByRole('button', { name: 'Show code of cell 4.2' });
	await button.click();
	await expect(button).toHaveAttribute('aria-pressed', 'true');
	await expect(cell.getByRole('tab', { name: 'PyTorch' })).toBeVisible();
	await expect(others.getByRole('tab', { name: 'PyTorch' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Settings' }).click();
	await page.getByRole('switch', { name: 'Show the code' }).check();
	await page.keyboard.press('Escape');
	await expect(others.getByRole('tab', { name: 'PyTorch' })).toBeVisible();
});

test('the notebook of a lesson is there to download', async ({ page }) => {
	await open(page, folding);
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Download as notebook (.ipynb)' }).click();
	const file = await download;
	expect(file.suggestedFilename()).toBe('folding-the-branches.ipynb');
	const notebook: unknown = JSON.parse(readFileSync(await file.path(), 'utf8'));
	expect(notebook).toMatchObject({ nbformat: 4 });
	expect(readdirSync(join(built, 'folding-the-branches'))).toContain(file.suggestedFilename());
});
