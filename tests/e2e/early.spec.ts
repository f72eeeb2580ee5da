/** What a reader does while a page's scripts are still on their way is not lost. */
import { expect, test, type Page } from '@playwright/test';
import { untilLive } from '../support/live-page.ts';

/** Opens a page whose scripts wait until they are let go. */
async function openSlowly(page: Page, path: string): Promise<() => Promise<void>> {
	const held: (() => Promise<void>)[] = [];
	await page.route('**/_app/immutable/entry/**', (route) => {
		held.push(() => route.continue());
	});
	await page.goto(path, { waitUntil: 'domcontentloaded' });
	return async () => {
		await Promise.all(held.map((release) => release()));
		await untilLive(page);
	};
}

test('a field filled and a button pressed before the page is live count when it is', async ({
	page
}) => {
	const goOn = await openSlowly(page, './gallery/saving-ratio/');
	const channels = page.getByRole('textbox', { name: /channels in, c/ }).first();
	const words = page.getByRole('status').filter({ hasText: 'For one pixel of one map' }).first();
	await channels.fill('9');
	await channels.press('Enter');
	await page.getByRole('button', { name: 'Settings' }).click();
	await expect(words).toContainText('It is 1.28 times cheaper');
	await expect(page.getByRole('dialog')).toBeHidden();

	await goOn();
	await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(channels).toHaveValue('9');
	await expect(words).toContainText('It costs exactly as much');
});

test('choices, dials and opened parts stay as they were left', async ({ page }) => {
	const goOn = await openSlowly(page, './network/');
	const model = page.getByRole('combobox', { name: 'Model' });
	const folded = page.getByRole('radio', { name: 'Folded' });
	const turn = page.getByRole('slider', { name: 'Turn' });
	const light = page.getByText('Light', { exact: true });
	const lightOpen = page.locator('details[open]').filter({ has: light });
	await model.selectOption('scenes-repghost-identity');
	await folded.check();
	await turn.fill('90');
	await light.click();
	await goOn();
	await expect(model).toHaveValue('scenes-repghost-identity');
	await expect(folded).toBeChecked();
	await expect(turn).toHaveValue('90');
	await expect(page).toHaveURL(/model=scenes-repghost-identity.*form=folded/);
	await expect(lightOpen).toBeAttached();
});

test('a prediction made before the page is live is committed', async ({ page }) => {
	const goOn = await openSlowly(page, './lessons/folding-the-branches/');
	const gate = page.locator('#taps');
	const choice = gate.getByRole('radio', { name: /All nine taps/ });
	await choice.check();
	await gate.getByRole('button', { name: 'Commit prediction' }).click();
	await goOn();
	await expect(choice).toBeChecked();
	await expect(choice).toBeDisabled();
	await expect(gate.getByRole('button', { name: 'See what happens' })).toBeFocused();
});
