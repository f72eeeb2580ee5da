/** Inside a network: a number followed to the picture, what it saw, and the kernels of a layer. */
import { expect as quickExpect, type Page } from '@playwright/test';
import { test } from '../support/live-page.ts';

const expect = quickExpect.configure({ timeout: 30_000 });

test.describe.configure({ timeout: 90_000 });

const probe = (page: Page) => page.getByRole('slider', { name: 'Probe' });
const number = (page: Page) => page.getByRole('region', { name: 'One number' });
const kernels = (page: Page) => page.getByRole('region', { name: 'Kernels', exact: true });
const largest = (page: Page) => page.getByRole('button', { name: 'Follow the largest term' });

async function open(page: Page, query: string): Promise<void> {
	await page.goto(`./network/${query}`);
	await expect(page.getByRole('grid', { name: 'Feature maps' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Export results (JSON)' })).toBeEnabled();
}

test('a value deep in the network leads to a pixel, by keyboard alone', async ({ page }) => {
	await open(page, '?layer=blocks.1.0.ghost1');
	await probe(page).focus();
	const begun = await probe(page).getAttribute('aria-valuenow');
	await page.keyboard.press('ArrowLeft');
	await expect(probe(page)).toHaveAttribute('aria-valuenow', String(Number(begun) - 1));
	const [, row, column] = /row (\d+), column (\d+)/.exec(
		(await probe(page).getAttribute('aria-valuetext'))!
	)!;
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	const panel = number(page).getByRole('group', {
		name: /^ReLU blocks\.1\.0\.ghost1\.relu, channel/
	});
	await expect(panel).toBeVisible();
	await expect(panel.locator(':focus')).toContainText('ReLU blocks.1.0.ghost1.relu');
	await expect(page).toHaveURL(new RegExp(`value=\\d+-${row}-${column}`));

	// The first number that leads further back, and back again along the way.
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	const way = number(page).getByRole('list', { name: 'Numbers on the way' });
	await expect(way.getByRole('listitem')).toHaveCount(2);
	await way.getByRole('button', { name: 'ReLU' }).press('Enter');
	await expect(panel).toBeVisible();

	await largest(page).focus();
	for (let step = 0; step < 60; step++) {
		const before = await number(page).locator('[tabindex="-1"]').innerText();
		if ((await largest(page).getAttribute('aria-disabled')) === 'true') break;
		await page.keyboard.press('Enter');
		await expect(number(page).locator('[tabindex="-1"]')).not.toHaveText(before);
	}
	await expect(number(page)).toContainText(/byte, (red|green|blue), row \d+, column \d+/);
	await expect(number(page)).toContainText(/One pixel: row \d+, column \d+\./);
	await page.getByRole('button', { name: 'Close', exact: true }).press('Enter');
	await expect(page).not.toHaveURL(/value=/);
});

test('a link opens the number with its frame on the picture, at phone width', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await open(page, '?layer=conv_stem&value=1-1-32');
	await expect(number(page)).toContainText('channel 1, row 1, column 32');
	// 3 × 3, stride 2, padding 1: one row of it lies above the picture.
	await expect(number(page)).toContainText(
		'Rows 1 to 2 and columns 62 to 64 of the picture: 2 × 3'
	);
	await expect(number(page)).toContainText('3 × 3 pixels; the hatched part lies beyond the border');
	await expect(probe(page)).toHaveAttribute('aria-valuetext', /^row 1, column 32/);
	expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(
		true
	);
});

test('kernels of a depthwise and of a 1×1 convolution, and what folding does to one', async ({
	page
}) => {
	await open(page, '?layer=blocks.1.0.ghost1.cheap_operation');
	await kernels(page).scrollIntoViewIfNeeded();
	const grid = kernels(page).getByRole('grid', { name: 'Kernels' });
	await expect(grid.getByRole('gridcell')).toHaveCount(32);
	await grid.getByRole('gridcell').first().focus();
	await page.keyboard.press('ArrowRight');
	await expect(grid.getByRole('gridcell', { selected: true })).toHaveAccessibleName(/^Kernel 2:/);
	await expect(kernels(page).getByRole('grid', { name: 'folded kernel' })).toBeVisible();
	await expect(kernels(page)).toContainText('identity branch');

	await page
		.getByRole('combobox', { name: 'Layer', exact: true })
		.selectOption('blocks.1.0.ghost1.primary_conv');
	const matrix = kernels(page).getByRole('slider', { name: /^Taps, outputs by inputs/ });
	await expect(matrix).toHaveAttribute('aria-valuemax', String(32 * 16));
	await matrix.press('ArrowRight');
	await expect(kernels(page)).toContainText('Tap from input 2 to output 2');
});
