/** Tensor views and followed numbers by keyboard and pointer, in the gallery. */
import { expect, type Page } from '@playwright/test';
import { test } from '../support/live-page.ts';

async function open(page: Page, figure: string): Promise<void> {
	await page.goto(`./gallery/${figure}/`);
	// The example's own code comes after the page's.
	await page.waitForLoadState('networkidle');
}

test('a grid has one tab stop, and arrows, Home and End move in it', async ({ page }) => {
	await open(page, 'tensor-view');
	const grid = page.getByRole('grid');
	await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
	await grid.getByRole('gridcell').first().focus();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowDown');
	await expect(grid.getByRole('gridcell', { name: 'row 2, column 2, 1.80' })).toBeFocused();
	await expect(page.getByText('row 2, column 2: 1.8', { exact: true })).toBeVisible();
	await page.keyboard.press('Control+End');
	const last = grid.getByRole('gridcell', { name: 'row 3, column 3, minus 0.30' });
	await expect(last).toBeFocused();
	await expect(last).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.press('Home');
	await expect(grid.getByRole('gridcell', { name: 'row 3, column 1, 0' })).toBeFocused();
	await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
});

test('a grid is copied as a table, by key and by button', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await open(page, 'tensor-view');
	const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
	const text = '0.3\t-0.9\t0.3\n-0.6\t1.8\t-0.6\n0\t0.9\t-0.3';
	await page.getByRole('gridcell').first().focus();
	await page.keyboard.press('Control+c');
	expect(await copied()).toBe(text);
	await page.evaluate(() => navigator.clipboard.writeText('nothing'));
	await page.getByRole('button', { name: 'Copy the numbers' }).click();
	await expect(page.getByText('Copied.')).toBeVisible();
	expect(await copied()).toBe(text);
});

test('a large map has a probe that keys move, and is a picture without a script', async ({
	page,
	browser
}) => {
	await open(page, 'tensor-view');
	await page.getByRole('radio', { name: /28 × 28/ }).check();
	const map = page.getByRole('slider');
	await map.focus();
	await page.keyboard.press('Shift+ArrowDown');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowRight');
	await expect(map).toHaveAttribute('aria-valuetext', /^row 10, column 2, 0\.\d{4}$/);
	const still = await map.locator('canvas').evaluate((canvas) => canvas.style.backgroundImage);
	expect(still).toMatch(/^url\("data:image\/bmp/);
	const context = await browser.newContext({ javaScriptEnabled: false });
	const plain = await context.newPage();
	await plain.goto(page.url());
	await expect(plain.getByRole('gridcell').first()).toHaveText('0.30');
	await context.close();
});

test('a number is followed back to the picture, and the way leads back', async ({ page }) => {
	await open(page, 'follow-number');
	await expect(page.getByText(/Computed by TensorFlow\.js \(\w+\)/)).toBeVisible();
	const panel = page.getByRole('group', { name: /=/ });
	const follow = (name: RegExp) => panel.getByRole('button', { name }).first().click();
	await follow(/sum of the branches.*follow/);
	await expect(panel.locator(':focus')).toContainText('sum of the branches, channel 1');
	await follow(/depthwise branch.*follow/);
	await follow(/input − μ.*follow/);
	await follow(/depthwise convolution.*follow/);
	await expect(panel.getByText('9 taps of the kernel')).toBeVisible();
	await expect(panel.getByRole('row', { name: /^sum/ })).toContainText('1.35');
	await expect(page.getByRole('grid', { name: 'x, channel 1' })).toBeVisible();
	await panel.getByRole('button', { name: 'sum of the branches', exact: true }).click();
	await expect(panel.locator(':focus')).toContainText('= 3.22');
	await page.getByRole('button', { name: 'Reset' }).click();
	await expect(page.getByRole('button', { name: 'Reset' })).toBeDisabled();
});

test('a cell is edited in place: Escape leaves it, nonsense is refused, Enter takes it', async ({
	page
}) => {
	await open(page, 'batch-norm-fold');
	const grid = page.getByRole('grid').first();
	const cell = grid.getByRole('gridcell').first();
	const name = await cell.getAttribute('aria-label');
	await cell.focus();
	await page.keyboard.press('F2');
	const field = page.getByRole('textbox', { name: /^New value for/ });
	await field.fill('9');
	await page.keyboard.press('Escape');
	await expect(field).toHaveCount(0);
	expect(await cell.getAttribute('aria-label')).toBe(name);
	await expect(cell).toBeFocused();
	await page.keyboard.press('F2');
	await field.fill('half');
	await page.keyboard.press('Enter');
	await expect(field).toHaveValue('half');
	await expect(page.getByRole('alert')).toContainText('A number is needed');
	await field.fill('−1,25');
	await page.keyboard.press('Enter');
	await expect(cell).toHaveAccessibleName(/minus 1\.25$/);
	await expect(cell).toBeFocused();
});
