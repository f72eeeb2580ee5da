/** The blocks of both networks side by side, and the map of a whole network, as a reader uses them. */
import { expect, type Locator, type Page } from '@playwright/test';
import { axeFaults } from '../support/axe.ts';
import { test } from '../support/live-page.ts';

async function openPlate(page: Page, lesson: string, query = ''): Promise<Locator> {
	await page.goto(`./lessons/${lesson}/${query}`);
	const plate = page.getByRole('figure').first();
	await plate.scrollIntoViewIfNeeded();
	return plate;
}

const panel = (plate: Locator, letter: string): Locator =>
	plate.getByRole('region', { name: new RegExp(`^\\(${letter}\\)`) });

test('a block gives the same before and after folding, whichever it is', async ({ page }) => {
	const plate = await openPlate(page, 'the-repghost-bottleneck');
	await expect(plate).toContainText('Computed by TensorFlow.js');
	const readout = plate.getByRole('status', { name: 'Largest difference' });
	for (const [block, macs] of [
		['4', '7,066,272'],
		['8', '4,116,000']
	] as const) {
		await plate.getByRole('combobox', { name: 'Block', exact: true }).selectOption(block);
		await expect(plate.getByRole('row', { name: /Whole block/ })).toContainText(macs);
		await expect(plate).toContainText('Computed by TensorFlow.js');
		await expect(readout).toHaveText(/e-|^0$/);
		await expect(plate).toContainText('✓ equal');
	}
	await expect(plate).toContainText('The exception: 120 maps in the middle');
});

test('an operation that is chosen shows its maps, and the folded form says what is gone', async ({
	page
}) => {
	const plate = await openPlate(page, 'the-repghost-bottleneck');
	await panel(plate, 'b')
		.getByRole('button', { name: /^batch norm/ })
		.first()
		.click();
	await expect(panel(plate, 'b')).toContainText('Out of BN branch of module 1: 6 of 36 maps');
	await expect(panel(plate, 'c')).toContainText('nothing is left of it');
	await panel(plate, 'c').getByText('as in (b)').click();
	await expect(panel(plate, 'c')).toContainText('Out of BN branch of module 1: 6 of 36 maps');
	await expect(panel(plate, 'c').getByRole('button', { name: /^batch norm/ })).toHaveCount(2);
});

test('a narrow screen shows one drawing at a time', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	const plate = await openPlate(page, 'the-repghost-bottleneck');
	await expect(panel(plate, 'a')).toBeVisible();
	await expect(panel(plate, 'c')).toBeHidden();
	await plate.getByRole('radio', { name: '(c)', exact: true }).check({ force: true });
	await expect(panel(plate, 'c')).toBeVisible();
	await expect(panel(plate, 'a')).toBeHidden();
});

test('the network is zoomed by keys, and the focus comes back where it was', async ({ page }) => {
	// What is still fading in has no full contrast yet.
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const plate = await openPlate(page, 'repghostnet');
	await plate.getByRole('button', { name: /^Stem/ }).focus();
	for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
	const stage = plate.getByRole('button', { name: /Stage 4/ });
	await expect(stage).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(plate.getByRole('group', { name: 'Stage 4' })).toBeVisible();
	for (let step = 0; step < 3; step++) await page.keyboard.press('Tab');
	const block = plate.getByRole('button', { name: /^Block 8/ });
	await expect(block).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(plate.getByRole('group', { name: 'Block 8' })).toBeVisible();
	await expect(plate.getByRole('img', { name: /fused 3×3 depthwise/ })).toBeVisible();
	expect(await axeFaults(page, 'figure')).toEqual([]);
	await page.keyboard.press('Escape');
	await expect(block).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(stage).toBeFocused();
});

test('any width is counted, with the rule that rounds its channels', async ({ page }) => {
	const plate = await openPlate(page, 'repghostnet');
	const totals = plate.getByRole('table', { name: 'The whole network in every form' });
	await plate.getByRole('button', { name: '0.58×' }).click();
	await expect(totals.getByRole('row', { name: /^MACs/ })).toContainText('59,804,016');
	await plate.getByRole('combobox', { name: 'Block', exact: true }).selectOption('stem');
	const maps = plate.getByRole('table', { name: 'Maps of the chosen block' });
	await expect(maps.getByRole('row', { name: /out of the stem/ })).toContainText(/9\.28.*12$/);
	const typed = plate.getByRole('textbox', { name: /width of RepGhostNet/ });
	await typed.fill('0.93');
	await typed.press('Enter');
	await expect(maps.getByRole('row', { name: /out of the stem/ })).toContainText(/14\.88.*16$/);
	await expect(totals).toContainText('RepGhostNet 0.93×');
});

test('a link opens the block and the widths that it was made at', async ({ page }) => {
	const query = '?block=11&widths=0.58-0.5&counted=deploy';
	const map = await openPlate(page, 'repghostnet', query);
	await expect(map.getByRole('group', { name: 'Block 11' })).toBeVisible();
	await expect(map.getByRole('table', { name: /whole network/ })).toContainText('GhostNet 0.5×');
	await map.getByRole('radio', { name: 'Folded', exact: true }).check({ force: true });
	await expect(page).toHaveURL(/block=11&widths=0\.58-0\.5&counted=folded/);
	const pair = await openPlate(page, 'the-repghost-bottleneck', query);
	await expect(pair).toContainText('Block 11 of 16');
	await expect(pair).toContainText('Computed by TensorFlow.js');
	await expect(pair).toContainText('✓ equal');
});
