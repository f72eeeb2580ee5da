/** What a reader does in a lesson: predict, answer, make progress; and reads without a script, on paper. */
import { expect, type Locator, type Page } from '@playwright/test';
import { expectNoFault } from '../support/axe.ts';
import { test } from '../support/live-page.ts';

const folding = './lessons/folding-the-branches/';
const batchNorm = './lessons/batch-norm-is-a-scale-and-a-shift/';

const choiceGate = (page: Page): Locator => page.locator('#taps');
const numberGate = (page: Page): Locator => page.locator('#through-both');
const commitButton = (gate: Locator) => gate.getByRole('button', { name: 'Commit prediction' });
const revealButton = (gate: Locator) => gate.getByRole('button', { name: 'See what happens' });

test('a gate opens only to a committed prediction, and both then stand side by side', async ({
	page
}) => {
	await page.goto(folding);
	const gate = choiceGate(page);
	await expect(revealButton(gate)).toBeDisabled();
	await commitButton(gate).click();
	await expect(gate.getByRole('status').first()).toContainText('Choose an answer first');
	await expect(revealButton(gate)).toBeDisabled();
	await gate.getByRole('radio', { name: /All nine taps/ }).check();
	await commitButton(gate).click();
	await expect(revealButton(gate)).toBeFocused();
	await expect(gate.getByRole('radio', { name: /The centre gains 0.60/ })).toBeDisabled();
	await expect(gate).not.toContainText('It comes out differently');
	await page.keyboard.press('Enter');
	const result = gate.getByRole('group', { name: 'Observe' });
	await expect(result).toBeFocused();
	await expect(result).toContainText('You predicted');
	await expect(result).toContainText('All nine taps');
	await expect(result).toContainText('It comes out differently');
	await expect(result).toContainText('The centre gains 0.60');
});

test('a prediction is kept over a reload, and can be made again', async ({ page }) => {
	await page.goto(folding);
	const gate = choiceGate(page);
	await gate.getByRole('radio', { name: 'I don’t know' }).check();
	await commitButton(gate).click();
	await page.reload();
	await expect(gate.getByRole('radio', { name: 'I don’t know' })).toBeChecked();
	await revealButton(gate).click();
	await expect(gate).toContainText('You left it open.');
	await gate.getByRole('button', { name: 'Try again' }).click();
	await expect(revealButton(gate)).toBeDisabled();
	await expect(gate.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('a number is taken as readers write it; words are refused and stay', async ({ page }) => {
	await page.goto(batchNorm);
	const gate = numberGate(page);
	const field = gate.getByRole('textbox');
	for (const nonsense of ['banana', 'NaN', '1e999', '4 or 5']) {
		await field.fill(nonsense);
		await commitButton(gate).click();
		await expect(gate.getByRole('status').first()).toContainText(`“${nonsense}” is no number`);
		await expect(field).toHaveValue(nonsense);
		await expect(field).toBeFocused();
		await expect(revealButton(gate)).toBeDisabled();
	}
	await field.fill('４,0');
	await commitButton(gate).click();
	await revealButton(gate).click();
	await expect(gate).toContainText('As you predicted.');
	await expect(gate.locator('figure')).toBeVisible();
});

test('a question judges each answer at once, gives hints one by one, then the solution', async ({
	page
}) => {
	await page.goto(folding);
	const question = page.locator('#centre-by-hand');
	const field = question.getByRole('textbox');
	const check = question.getByRole('button', { name: 'Check' });
	await field.fill('0,4');
	await check.click();
	await expect(question).toContainText('Not yet.');
	await expect(question).toContainText('You added 1 in place of s₂');
	await question.getByRole('button', { name: 'Show hint 1 of 2' }).click();
	await expect(question).toContainText('Hint 1 of 2');
	await question.getByRole('button', { name: 'Show hint 2 of 2' }).click();
	await question.getByRole('button', { name: 'Show the solution' }).click();
	await expect(question).toContainText('Solution');
	await field.fill('−0.1');
	await check.click();
	await expect(question).toContainText('✓ Right.');
});

test('a reset begins the cell anew and leaves the others', async ({ page }) => {
	await page.goto(folding);
	const cell = page.getByRole('region', { name: 'Now by hand' });
	await cell.getByRole('textbox').first().fill('-0.1');
	await cell.getByRole('button', { name: 'Check' }).first().click();
	await choiceGate(page).getByRole('radio').first().check();
	await commitButton(choiceGate(page)).click();
	await cell.getByRole('button', { name: 'Reset cell 6.5' }).click();
	await expect(cell).not.toContainText('Right.');
	await expect(cell.getByRole('textbox').first()).toHaveValue('');
	await expect(revealButton(choiceGate(page))).toBeEnabled();
});

test('cells read at rest are counted in every tab, until the reader clears them', async ({
	page,
	context
}) => {
	await page.goto('./lessons/');
	const squares = page.getByRole('img', { name: /^[1-9]\d* of \d+ cells read$/ });
	await expect(squares).toHaveCount(0);
	const other = await context.newPage();
	await other.goto(batchNorm);
	await other.locator('#a-line > h2').scrollIntoViewIfNeeded();
	await expect(squares).toHaveCount(1);
	await page.getByRole('button', { name: 'Settings' }).click();
	await page.getByRole('button', { name: 'Clear my data' }).click();
	await page.getByRole('button', { name: 'Yes, clear it' }).click();
	await page.keyboard.press('Escape');
	await expect(squares).toHaveCount(0);
});

test('all of it works where the browser keeps nothing', async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(window, 'localStorage', {
			get: () => {
				throw new DOMException('blocked', 'SecurityError');
			}
		});
	});
	await page.goto(folding);
	const gate = choiceGate(page);
	await gate.getByRole('radio').first().check();
	await commitButton(gate).click();
	await expect(gate).toContainText('Your answers cannot be kept here');
	await revealButton(gate).click();
	await expect(gate.getByRole('group', { name: 'Observe' })).toBeVisible();
});

test('on paper a gate is a question with room to write, and no answer', async ({ page }) => {
	await page.goto(folding);
	const gate = choiceGate(page);
	await gate.getByRole('radio').first().check();
	await commitButton(gate).click();
	await revealButton(gate).click();
	// As wide as a sheet between its margins.
	await page.setViewportSize({ width: 720, height: 1000 });
	await page.emulateMedia({ media: 'print' });
	await expect(gate.getByText('All nine taps gain 0.60.').first()).toBeVisible();
	await expect(gate.locator('.lines').first()).toBeVisible();
	await expect(gate.getByText('It comes out differently')).toBeHidden();
	await expect(gate.getByRole('group', { name: 'Observe' })).toBeHidden();
	const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(width).toBeLessThanOrEqual(0);
});

for (const [query, dresses] of [
	[
		'',
		[
			['light', 1280],
			['dark', 1280]
		]
	],
	['?profile=projector', [['light', 1280]]]
] as const) {
	test(`answered gates and questions have no fault that axe knows, ${query}`, async ({ page }) => {
		await page.goto(batchNorm + query);
		const gate = numberGate(page);
		await gate.getByRole('textbox').fill('5.5');
		await commitButton(gate).click();
		await revealButton(gate).click();
		const question = page.locator('#which-weights');
		await question.getByRole('radio').first().check();
		await question.getByRole('button', { name: 'Check' }).click();
		await question.getByRole('button', { name: /^Show hint/ }).click();
		await page.locator('a.term').first().focus();
		await expectNoFault(page, dresses);
	});
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('text, formulas and still figures are there, and the answers can be opened', async ({
		page
	}) => {
		await page.goto(batchNorm);
		await expect(page.getByRole('heading', { name: 'Only two of them matter' })).toBeVisible();
		await expect(page.locator('.katex-display').first()).toBeVisible();
		await expect(page.locator('#line svg').first()).toBeVisible();
		const gate = numberGate(page);
		await expect(commitButton(gate)).toBeHidden();
		const answer = gate.locator('details');
		await expect(answer.getByText('No batch norm is left.')).toBeHidden();
		await answer.locator('summary').click();
		await expect(answer.getByText('No batch norm is left.')).toBeVisible();
	});
});
