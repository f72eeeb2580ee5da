/** Two runs side by side on the network page, by role and name. */
import { readFile } from 'node:fs/promises';
import { expect as quickExpect, type Page } from '@playwright/test';
import * as v from 'valibot';
import { comparisonSchema } from '#lib/export/comparison.ts';
import { axeFaults } from '../support/axe.ts';
import { test } from '../support/live-page.ts';

/** Patient: two networks run on a busy machine. */
const expect = quickExpect.configure({ timeout: 30_000 });

test.describe.configure({ timeout: 90_000 });

const section = (page: Page) => page.getByRole('region', { name: 'Compare two runs' });
const answers = (page: Page) => page.getByRole('region', { name: 'Answers' });
const compared = (page: Page) => section(page).getByText(/^Compared /);
const layer = (page: Page) => page.getByRole('slider', { name: 'Layer compared' });
const grid = (page: Page) => page.getByRole('grid', { name: 'Maps of A, B, and A − B' });

async function open(page: Page, query = ''): Promise<void> {
	await page.goto(`./network/${query}`);
	await expect(page.getByRole('button', { name: 'Export results (JSON)' })).toBeEnabled();
}

test('training-time against folded: one click, equal within rounding, by keyboard', async ({
	page
}) => {
	await open(page);
	await section(page).getByRole('button', { name: 'Training-time against folded' }).click();
	await expect(compared(page)).toBeVisible();
	await expect(answers(page)).toContainText('Equal within rounding.');
	await expect(answers(page).getByRole('status', { name: /^Largest difference/ })).toHaveText(
		/^\s*\d\.\de-\d+\s*$/
	);
	await expect(section(page)).toContainText('55 of 55 compared layers are equal within rounding.');
	await expect(section(page)).toContainText('145 operations in A, 78 in B.');

	await layer(page).press('End');
	await expect(layer(page)).toHaveAttribute('aria-valuetext', /^classifier, 55 of 55: /);
	await layer(page).press('Home');
	await expect(page.getByRole('combobox', { name: 'Layer', exact: true })).toHaveValue('conv_stem');
	await expect(grid(page).getByRole('gridcell')).toHaveCount(21);
	await grid(page)
		.getByRole('gridcell', { name: /^A, map/ })
		.first()
		.focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowRight');
	await expect(grid(page).locator(':focus')).toHaveAccessibleName(/^A − B, map \d+: /);

	const save = page.getByRole('button', { name: 'Export comparison (JSON)' });
	const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
	const file = v.parse(comparisonSchema, JSON.parse(await readFile(await download.path(), 'utf8')));
	expect([file.a.model.form, file.b.model.form]).toEqual(['training-time', 'folded']);
	expect(file.logits!.difference).toBeLessThanOrEqual(file.logits!.tolerance);
	expect(file.layers).toHaveLength(55);

	await section(page).getByRole('button', { name: 'Close' }).click();
	await expect(layer(page)).toHaveCount(0);
	await expect(section(page).getByRole('heading', { level: 2 })).toBeFocused();
});

test('RepGhost against Ghost: swapped, and restored by its link', async ({ page }) => {
	await open(page);
	await section(page).getByRole('button', { name: 'RepGhost against Ghost' }).click();
	await expect(compared(page)).toHaveText('Compared RepGhost, BN branch with Ghost.');
	await expect(answers(page)).toContainText('A and B have different weights.');
	await expect(section(page)).toContainText('Only in B: 14 concatenations.');
	await expect(page).toHaveURL(/compare=scenes-ghost&compareForm=folded/);

	await section(page).getByRole('button', { name: 'Swap A and B' }).click();
	await expect(compared(page)).toHaveText('Compared Ghost with RepGhost, BN branch.');
	await expect(page.getByRole('combobox', { name: 'Model' })).toHaveValue('scenes-ghost');
	await page.getByRole('combobox', { name: 'B: picture' }).selectOption('toadstool');
	await expect(page).toHaveURL(/comparePicture=toadstool/);
	await page.reload();
	await expect(compared(page)).toHaveText('Compared Ghost with RepGhost, BN branch.');
	await expect(page.getByRole('combobox', { name: 'B: picture' })).toHaveValue('toadstool');
	await expect(answers(page)).toContainText('More than rounding');
});

test('fits a phone, and leaves no fault that axe knows', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await open(page);
	await page.getByRole('button', { name: 'Compare', exact: true }).click();
	await expect(compared(page)).toBeVisible();
	await expect(section(page).getByRole('heading', { level: 2 })).toBeFocused();
	await expect(grid(page)).toBeVisible();
	const tooWide = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(tooWide).toBe(0);
	expect(await axeFaults(page, '#comparison')).toEqual([]);
});
