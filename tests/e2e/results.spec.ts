/** The published results: chart, table, file and address say the same, by pointer and by keys. */
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/live-page.ts';

async function open(page: Page, search = ''): Promise<void> {
	await page.goto(`./results/${search}`);
	await expect(page.getByRole('heading', { level: 1, name: 'Results' })).toBeVisible();
}

const slider = (page: Page) => page.getByRole('slider', { name: 'Network, from left to right' });
const pinned = (page: Page) => page.getByRole('table', { name: 'Pinned networks' });

test('the pair of the headline is pinned, with the difference in words and digits', async ({
	page
}) => {
	await open(page);
	await expect(slider(page)).toHaveAttribute('aria-valuetext', /^RepGhostNet 0\.58x: 68\.9 %/);
	const ghost = pinned(page).getByRole('row', { name: /GhostNet 0\.5x/ });
	await expect(ghost.getByRole('cell').nth(1)).toHaveText('−2.5');
});

test('keys walk, pin and come nearer; the address brings all of it back', async ({ page }) => {
	await open(page);
	await slider(page).focus();
	await page.keyboard.press('Home');
	await expect(slider(page)).toHaveAttribute('aria-valuetext', /^RepGhostNet 0\.5x: 66\.9 %/);
	await page.keyboard.press('Enter');
	await page.keyboard.press('+');
	await expect(pinned(page).getByRole('row')).toHaveCount(4);
	await page.getByRole('checkbox', { name: 'MobileNeXt' }).uncheck();
	await expect(page).toHaveURL(/hidden=MobileNeXt/);
	await expect(page).toHaveURL(/part=/);
	await page.reload();
	await expect(pinned(page).getByRole('row')).toHaveCount(4);
	await expect(page.getByRole('checkbox', { name: 'MobileNeXt' })).not.toBeChecked();
	await expect(page.getByRole('button', { name: 'Show all' })).toBeEnabled();
	await slider(page).focus();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: 'Show all' })).toBeDisabled();
});

test('a dragged rectangle shows a part, a click pins', async ({ page }) => {
	await open(page);
	const area = page.locator('.area').first();
	await area.scrollIntoViewIfNeeded();
	const box = (await area.boundingBox())!;
	await page.mouse.move(box.x + 0.05 * box.width, box.y + 0.6 * box.height);
	await page.mouse.down();
	await page.mouse.move(box.x + 0.3 * box.width, box.y + 0.98 * box.height, { steps: 4 });
	await page.mouse.up();
	await expect(page.getByRole('button', { name: 'Show all' })).toBeEnabled();
	await expect(pinned(page).getByRole('row')).toHaveCount(3);
	await area.click({ position: { x: box.width - 20, y: 20 } });
	await expect(pinned(page).getByRole('row')).toHaveCount(4);
});

test('the table is sorted by any column, and the file has the rows of the chart', async ({
	page
}) => {
	await open(page, '?chart=iphone');
	await page.getByRole('radio', { name: 'Table' }).check();
	const table = page.getByRole('table', { name: 'Published values' });
	await expect(table.getByRole('row')).toHaveCount(17);
	await table.getByRole('button', { name: /top-1 accuracy/ }).click();
	await table.getByRole('button', { name: /top-1 accuracy/ }).click();
	await expect(table.getByRole('row').nth(1)).toContainText('MobileOne-S4');
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Download CSV' }).click()
	]);
	const lines = (await readFile(await file.path(), 'utf8')).trim().split('\n');
	expect(lines).toHaveLength(17);
	expect(lines[0]).toContain('top1_confidence');
});

test('without a script the pair, every source and what is missing can be read', async ({
	browser
}) => {
	const page = await browser.newPage({ javaScriptEnabled: false });
	await page.goto('./results/');
	await expect(pinned(page).getByRole('row')).toHaveCount(3);
	await expect(page.getByRole('heading', { name: 'Not recovered' })).toBeVisible();
	await expect(page.getByRole('link', { name: /ChengpengChen\/RepGhost @3c7d87e/ })).toBeVisible();
	await page.close();
});
