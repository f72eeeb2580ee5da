/** The gallery: every figure by itself, what it takes, and the lines that put it into a lesson. */
import { expect, type Page } from '@playwright/test';
import { isComplaint } from '../support/complaints.ts';
import { test } from '../support/live-page.ts';

/** The addresses of all figures, from the list. */
async function figuresOf(page: Page): Promise<string[]> {
	await page.goto('./gallery/');
	const links = page.getByRole('main').locator('h3 a');
	return links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
}

test('every figure of the list opens, and its examples live', async ({ page }) => {
	test.setTimeout(240_000);
	const figures = await figuresOf(page);
	expect(figures.length).toBeGreaterThan(12);
	const errors: string[] = [];
	page.on('console', (message) => {
		if (isComplaint(message)) errors.push(message.text());
	});
	page.on('pageerror', (error) => errors.push(error.message));
	for (const figure of figures) {
		await page.goto(figure);
		await expect(page.getByRole('heading', { level: 2, name: 'Examples' })).toBeVisible();
		await expect(page.locator('figure.plate').first()).toBeVisible();
		for (const example of await page
			.getByRole('group', { name: 'Example' })
			.getByRole('radio')
			.all()) {
			await example.check();
			await expect(page.locator('figure.plate')).toHaveCount(1);
		}
		await expect(page.getByText('This example has stopped')).toHaveCount(0);
		expect(errors, figure).toEqual([]);
	}
});

test('a figure shows what it takes, and its fence can be copied', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('./gallery/code-view/');
	const table = page.getByRole('table', { name: 'What the figure code-view takes' });
	await expect(table.getByRole('row', { name: /^snippet .*must be given/ })).toBeVisible();
	await page.getByText('To put it into a lesson').click();
	await page.getByRole('button', { name: 'Copy the lines' }).click();
	await expect(page.getByText('Copied.')).toBeVisible();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toContain('```figure code-view\n');
	expect(copied).toContain('snippet: fold-module\n```');
});

test('what a figure of the network page tells is written below it', async ({ page }) => {
	await page.goto('./gallery/network-view/');
	await expect(page.getByRole('main')).toContainText('it cannot stand in a lesson');
	const example = page.locator('#example');
	await example.getByRole('button', { name: 'tail' }).click();
	await expect(example.getByRole('status')).toHaveText(
		'The figure tells its page: ondepth("stage")'
	);
});

test.describe('code', () => {
	test('is in two languages; arrows choose, and the code alone is copied', async ({
		page,
		context
	}) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await page.goto('./gallery/code-view/');
		const example = page.locator('#example');
		await example.getByText('Show the code').click();
		const tabs = example.getByRole('tablist', { name: 'Language of the code' }).first();
		const tensorflow = tabs.getByRole('tab', { name: 'TensorFlow.js' });
		await tensorflow.focus();
		await page.keyboard.press('ArrowLeft');
		await expect(tabs.getByRole('tab', { name: 'PyTorch' })).toBeFocused();
		await page.keyboard.press('ArrowRight');
		await expect(tensorflow).toBeFocused();
		await expect(tensorflow).toHaveAttribute('aria-selected', 'true');
		const panel = example.getByRole('tabpanel', { name: 'TensorFlow.js' }).first();
		await expect(panel).toContainText('const fuse =');
		await expect(panel).not.toContainText('part:');
		await example.getByRole('button', { name: 'Copy the code' }).first().click();
		const copied = await page.evaluate(() => navigator.clipboard.readText());
		expect(copied.split('\n')[0]).toBe(
			'const fuse = (kernel, { gamma, beta, mean, variance }) => {'
		);
		await page.keyboard.press('Tab');
	});

	test('is shown from the start when the settings say so', async ({ page }) => {
		await page.goto('./gallery/code-view/');
		const lines = page.getByRole('group', { name: 'Code in TensorFlow.js' }).first();
		await expect(lines).toBeHidden();
		await page.getByRole('button', { name: 'Settings' }).click();
		await page.getByRole('switch', { name: 'Show the code' }).check();
		await page.keyboard.press('Escape');
		await expect(lines).toBeVisible();
		await expect(lines).toContainText('const fuse =');
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('code can be read in both languages', async ({ page }) => {
		await page.goto('./gallery/code-view/');
		const example = page.locator('#example');
		await example.getByText('Show the code').click();
		await expect(example.getByText('def fuse(kernel, bn):')).toBeVisible();
		await expect(example.getByText('const fuse =')).toBeVisible();
		await expect(example.getByRole('tab')).toHaveCount(0);
	});
});
