/** Lesson 10: a tour that points, while the reader acts. */
import { expect } from '@playwright/test';
import { test } from '../support/live-page.ts';

test('a task leads to its stop, and is done by doing it', async ({ page }) => {
	await page.goto('./lessons/run-it-and-look-inside/');
	const task = page.getByRole('group', { name: 'Choose the first layer' });
	await task.getByRole('link', { name: 'Do it on the network page' }).click();
	await expect(page).toHaveURL(/\/network\/\?tour=first-layer$/);

	const tour = page.getByRole('complementary', { name: 'Guided tour' });
	await expect(tour.getByRole('heading', { level: 2 })).toHaveText(
		'What does the first layer see?'
	);
	await expect(tour.getByText('Not done yet')).toBeVisible();
	await page.getByRole('combobox', { name: 'Layer', exact: true }).selectOption('conv_stem');
	await expect(tour.getByText('Done', { exact: true })).toBeVisible();
	await expect(tour.getByRole('status').last()).toHaveText('Done: Choose the first layer.');
	await expect(page).toHaveURL(/layer=conv_stem/);
	await expect(page).toHaveURL(/tour=first-layer/);
});

test('the prediction of a stop is the lesson’s', async ({ page }) => {
	await page.goto('./network/?tour=what-folding-changes');
	const gate = page
		.getByRole('complementary', { name: 'Guided tour' })
		.getByRole('group', { name: 'Ten logits, before and after' });
	await gate.getByRole('radio', { name: /to the last bit/ }).check();
	await gate.getByRole('button', { name: 'Commit prediction' }).click();
	await expect(gate.getByRole('button', { name: 'See what happens' })).toBeEnabled();

	await page.goto('./lessons/run-it-and-look-inside/#what-folding-changes');
	await expect(
		page
			.getByRole('group', { name: 'Ten logits, before and after' })
			.getByRole('button', { name: 'See what happens' })
	).toBeEnabled();
});

test('by keyboard from stop to stop, and out', async ({ page }) => {
	await page.goto('./network/');
	const start = page.getByRole('button', { name: 'Guided tour' });
	await start.press('Enter');
	const tour = page.getByRole('complementary', { name: 'Guided tour' });
	const heading = tour.getByRole('heading', { level: 2 });
	await expect(heading).toHaveText('A network on your computer');
	await expect(heading).toBeFocused();
	await tour.getByRole('button', { name: 'Next stop' }).press('Enter');
	await expect(heading).toBeFocused();
	await expect(heading).toHaveText('What does the first layer see?');
	await tour.getByRole('button', { name: 'Hide the text' }).press('Enter');
	await expect(tour.getByRole('group', { name: 'Choose the first layer' })).toBeHidden();
	await tour.getByRole('button', { name: 'End tour' }).press('Enter');
	await expect(tour).toBeHidden();
	await expect(start).toBeFocused();
	await expect(page).not.toHaveURL(/tour=/);
});

test('a tour that cannot be fetched says so, and the page works', async ({ page }) => {
	await page.route('**/network/tour.json', (route) => route.fulfill({ status: 404 }));
	await page.goto('./network/?tour=first-layer');
	await expect(page.getByRole('alert')).toContainText('The tour could not be fetched');
	await page.unroute('**/network/tour.json');
	await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
	await expect(page.getByRole('complementary', { name: 'Guided tour' })).toContainText(
		'stop 2 of 6'
	);
});
