/** Lesson 1: pairs of similar maps, the halves of a Ghost module and its saving, live and by keyboard. */
import { expect } from '@playwright/test';
import { test } from '../support/live-page.ts';

const computed = 'Computed by TensorFlow.js (wasm) on this computer.';

test('pairs are found live, follow the layer, and a ghost’s kernel is found again', async ({
	page
}) => {
	await page.goto('gallery/similar-maps/');
	const figure = page.getByRole('region', { name: 'Maps that nearly equal each other' });
	await figure.scrollIntoViewIfNeeded();
	await expect(figure.getByText(computed)).toBeVisible();
	const best = figure.getByRole('radio', { name: '4 and 14' });
	await expect(best).toBeChecked();
	await best.focus();
	await page.keyboard.press('ArrowDown');
	await expect(figure.getByRole('radio', { name: '7 and 14' })).toBeChecked();
	await expect(figure.getByText('wanted: map 14')).toBeVisible();

	await figure.getByRole('combobox', { name: 'Layer' }).selectOption('second module, no ReLU');
	await expect(figure.getByText('All 16 maps, 32 × 32')).toBeVisible();
	await figure.getByRole('combobox', { name: 'From map' }).selectOption('4');
	await figure.getByRole('combobox', { name: 'To map' }).selectOption('12');
	await expect(figure.getByText('The network itself makes map 12 from map 4')).toBeVisible();
	await expect(figure.getByText('0.0 % of the spread')).toBeVisible();
	await figure.getByRole('radio', { name: 'scale and shift' }).check();
	await expect(figure.getByText('what comes out', { exact: true })).toBeVisible();
});

test('both halves of the module follow module and picture', async ({ page }) => {
	await page.goto('gallery/ghost-halves/');
	const figure = page.getByRole('region', { name: 'Both halves of a Ghost module' });
	await figure.scrollIntoViewIfNeeded();
	await expect(figure.getByText(computed)).toBeVisible();
	await figure.getByRole('radio', { name: 'maps 10 and 26' }).check();
	await expect(figure.getByRole('slider', { name: 'its ghost, map 26' })).toBeVisible();
	await figure.getByRole('radio', { name: 'second, without' }).check();
	await expect(figure.getByText('primary half: 8 maps')).toBeVisible();
	const said = figure.getByRole('status').filter({ hasText: 'The two maps have r' });
	const before = await said.textContent();
	await figure.getByRole('combobox', { name: 'Picture' }).selectOption('Toadstool');
	await expect(said).not.toHaveText(before ?? '');
});

test('the saving is exact: 1 at nine channels, below that it costs more', async ({ page }) => {
	await page.goto('gallery/saving-ratio/');
	const channels = page.getByRole('textbox', { name: /channels in, c/ }).first();
	const status = page.getByRole('status').filter({ hasText: 'For one pixel of one map' }).first();
	await expect(status).toContainText('It is 1.28 times cheaper');
	await channels.fill('9');
	await channels.press('Enter');
	await expect(status).toContainText('It costs exactly as much');
	await channels.fill('8');
	await channels.press('Enter');
	await expect(status).toContainText('1.06 times as much');
});
