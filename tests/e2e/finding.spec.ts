/** Finding one's way through a network: zoom, search, play, table and filter, by role and name. */
import { expect as quickExpect, type Page } from '@playwright/test';
import { test } from '../support/live-page.ts';

/** Patient: on a busy machine the first run takes a while. */
const expect = quickExpect.configure({ timeout: 30_000 });

const layer = (page: Page) => page.getByRole('combobox', { name: 'Layer', exact: true });
const stages = (page: Page) => page.getByRole('list', { name: 'Stages' });
const place = (page: Page) => page.getByRole('navigation', { name: 'Place in the network' });

async function open(page: Page, query = ''): Promise<void> {
	await page.goto(`./network/${query}`);
	await expect(page.getByRole('button', { name: 'Export results (JSON)' })).toBeEnabled();
	await expect(page.getByRole('grid', { name: 'Feature maps' })).toBeVisible();
}

test('keys lead into a stage, a block and a layer, and back out; the address keeps the place', async ({
	page
}) => {
	await open(page);
	await stages(page).getByRole('button', { name: 'Stage 2' }).focus();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	await expect(place(page)).toContainText('Stage 3');
	await page.getByRole('list', { name: 'Blocks' }).getByRole('button', { name: 'block 5' }).focus();
	await page.keyboard.press('Enter');
	const operations = page.getByRole('group', { name: 'Operations of block 5' });
	await operations
		.getByRole('button', { name: /fusion_bn$/ })
		.first()
		.focus();
	await page.keyboard.press('Enter');
	await expect(layer(page)).toHaveValue('blocks.2.1.ghost1.fusion_bn');
	await expect(page).toHaveURL(/zoom=block/);
	await page.reload();
	await expect(operations.getByRole('button', { pressed: true })).toHaveAccessibleName(
		'BN, blocks.2.1.ghost1.fusion_bn'
	);
	await operations.getByRole('button', { pressed: true }).focus();
	await page.keyboard.press('Escape');
	const block = page.getByRole('list', { name: 'Blocks' }).getByRole('button', { name: 'block 5' });
	await expect(block).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(stages(page).getByRole('button', { name: 'Stage 3' })).toBeFocused();
	await expect(page).not.toHaveURL(/zoom/);
});

test('a layer is found by its operation, by keyboard alone', async ({ page }) => {
	await open(page);
	await page.getByRole('heading', { level: 1 }).click();
	await page.keyboard.press('/');
	const field = page.getByRole('combobox', { name: 'Find a layer' });
	await expect(field).toBeFocused();
	await page.keyboard.type('shortcut 24x16x16');
	const options = page.getByRole('listbox', { name: 'Layers that fit' }).getByRole('option');
	await expect(options).not.toHaveCount(0);
	await expect(options.first()).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.press('Enter');
	await expect(layer(page)).toHaveValue('blocks.1.0.shortcut');
	await expect(field).toHaveValue('');
});

test('layers are played in running order, until another choice', async ({ page }) => {
	await open(page, '?layer=conv_stem');
	await page.getByRole('combobox', { name: 'Speed' }).selectOption('4 layers a second');
	await page.getByRole('button', { name: 'Play layers' }).click();
	// On a busy machine a look in between may come too late for any one layer.
	await expect(layer(page)).not.toHaveValue('conv_stem');
	await expect(page).toHaveURL(/layer=conv_stem/);
	await page.getByRole('radio', { name: 'Folded' }).check();
	await expect(page.getByRole('button', { name: 'Play layers' })).toBeVisible();
	await expect(page).toHaveURL(/layer=blocks/);
});

test('on a phone the table of layers is sorted and filtered, and maps are filtered', async ({
	page
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await open(page);
	await page.getByText('Table of layers').click();
	const table = page.getByRole('table', { name: 'Table of layers' });
	await table.getByRole('button', { name: 'MACs' }).click();
	await expect(table.getByRole('columnheader', { name: 'MACs' })).toHaveAttribute(
		'aria-sort',
		'descending'
	);
	await expect(table.getByRole('row').nth(1)).toContainText('blocks.1.0');
	await page.getByRole('combobox', { name: 'Operation' }).selectOption('squeeze-excite');
	await expect(page.getByText(/^2 of \d+ layers$/)).toBeVisible();
	await table.getByRole('button', { name: 'blocks.2.0.se' }).click();
	await expect(layer(page)).toHaveValue('blocks.2.0.se');

	await layer(page).selectOption('conv_head');
	const cells = page.getByRole('grid', { name: 'Feature maps' }).getByRole('gridcell');
	await expect(cells).toHaveCount(120);
	const show = page.getByRole('combobox', { name: 'Show', exact: true });
	await show.selectOption('silent maps');
	const [, silent = ''] =
		/^(\d+) of 128 maps are silent/.exec(
			await page.getByText('maps are silent: every value is 0').innerText()
		) ?? [];
	expect(Number(silent)).toBeGreaterThan(0);
	await expect(cells).toHaveCount(Number(silent));
	await show.selectOption('maps with values');
	await expect(cells).toHaveCount(128 - Number(silent));
	await page.getByRole('textbox', { name: 'Go to map' }).fill('128');
	await page.keyboard.press('Enter');
	await expect(cells.and(page.locator('[aria-selected=true]'))).toHaveAccessibleName(/^Map 128:/);
	const tooWide = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(tooWide).toBe(0);
});
