/** Exercises that check themselves, the tally of a class, progress as a file, and what teachers unlock. */
import { readFileSync } from 'node:fs';
import { expect, type Locator } from '@playwright/test';
import { test } from '../support/live-page.ts';

const batchNorm = './lessons/batch-norm-is-a-scale-and-a-shift/';

const codeOf = (block: Locator): Promise<string> =>
	block.locator('p', { hasText: 'Answer code' }).locator('b').innerText();

test('steps are put in order by keyboard, and a wrong order is answered by its mistake', async ({
	page
}) => {
	await page.goto('./lessons/folding-the-branches/');
	const exercise = page.locator('#order-of-fold');
	const steps = exercise.locator('fieldset li');
	await exercise.getByRole('button', { name: 'Check' }).click();
	await expect(exercise.getByText('✕ Not yet.')).toBeVisible();
	await expect(exercise).toContainText('nothing left to compare with');
	// Each step in turn goes up until it stands in its place.
	const right = ['train it', 'switch to', 'fold each', 'add the two', 'run both', 'keep the'];
	for (const [place, text] of right.entries()) {
		const texts = await steps.allInnerTexts();
		const from = texts.findIndex((step) => step.includes(text));
		if (from === place) continue;
		await steps.nth(from).getByRole('button', { name: /up$/ }).focus();
		for (let at = from; at > place; at--) await page.keyboard.press('ArrowUp');
		await expect(steps.nth(place)).toContainText(text);
	}
	await exercise.getByRole('button', { name: 'Check' }).click();
	await expect(exercise.getByText('✓ Right.')).toBeVisible();
	await page.goto('./exercises/');
	const row = page.getByRole('listitem').filter({ hasText: 'The order of folding' });
	await expect(row).toContainText('✓ right');
	await expect(page.getByText(/^1 of \d+ right$/)).toBeVisible();
});

test('a function is run on random numbers, stopped when it does not end, and kept', async ({
	page
}) => {
	await page.goto(batchNorm);
	const exercise = page.locator('#write-fuse');
	const field = exercise.getByRole('textbox');
	const check = exercise.getByRole('button', { name: 'Check' });
	await check.click();
	await expect(exercise).toContainText('Kernel and bias came back as they were');
	// Who goes into the field with the Tab key goes on in the editor, and leaves it with Tab.
	await expect(exercise.locator('textarea')).toBeVisible();
	await field.focus();
	await expect(exercise.locator('textarea')).toHaveCount(0);
	await expect(field).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(check).toBeFocused();
	await field.fill('while (true) {}');
	await page.keyboard.press('Shift+Enter');
	await expect(exercise).toContainText('Stopped: the code ran for more than 1 second');
	await field.fill('print(7);\nmissing();');
	await page.keyboard.press('Shift+Enter');
	const says = exercise.getByRole('log');
	await expect(says).toContainText(/7\s*Line 2\s*Nothing is called “missing” here/);
	await field.fill('');
	await field.pressSequentially('bn.gam');
	await expect(page.getByText('gamma[c]: multiplies.')).toBeVisible();
	await page.keyboard.press('Escape');
	for (let help = 0; help < 3; help++) {
		await exercise.getByRole('button', { name: /^Show/ }).click();
	}
	const solution = await exercise.locator('pre').last().innerText();
	await field.fill(solution.replace('+ bn.eps', ''));
	await check.click();
	await expect(exercise).toContainText('ε is missing');
	await field.fill(solution);
	await check.click();
	await expect(exercise.getByText('✓ Right.')).toBeVisible();
	await page.reload();
	await expect(field).toHaveValue(solution);
	await expect(exercise.getByText('edited', { exact: true })).toBeVisible();
	await exercise.getByRole('button', { name: 'Reset' }).click();
	await expect(field).toHaveValue(/mend this/);
});

test('codes of a class become bars, and which is right is shown last', async ({
	page,
	context
}) => {
	await page.goto(batchNorm);
	const gate = page.locator('#through-both');
	const codes: string[] = [];
	for (const typed of ['4,0', '5.5']) {
		await gate.getByRole('textbox').fill(typed);
		await gate.getByRole('button', { name: 'Commit prediction' }).click();
		codes.push(await codeOf(gate));
		await gate.getByRole('button', { name: 'See what happens' }).click();
		await page.getByRole('button', { name: 'Try again' }).click();
	}
	await page.goto('./tally/');
	await context.setOffline(true);
	const field = page.getByRole('textbox', { name: 'Answer codes' });
	await field.fill(`${codes[0]} ${codes[1]!.toLowerCase()}, ${codes[1]} banana`);
	await field.press('Enter');
	await expect(page.getByText('3 codes counted.')).toContainText('Passed over: banana.');
	const bars = page.getByRole('list', { name: 'Answers of the class' }).getByRole('listitem');
	await expect(bars).toHaveText([/^4\s*1 \(33.3 %\)/, /^5.5\s*2 \(66.7 %\)/]);
	await page.getByRole('button', { name: 'Show which is right' }).click();
	await expect(bars.first()).toContainText('✓ right');
	await page.getByRole('button', { name: 'Clear' }).click();
	await expect(page.getByText('No codes yet.')).toBeVisible();
	const back = page.getByRole('button', { name: 'Take back the last' });
	await back.click();
	await expect(bars).toHaveText([/^4\s*1 \(33.3 %\)/, /^5.5\s*2 \(66.7 %\)/]);
	await context.setOffline(false);
	await page.reload();
	await expect(bars).toHaveText([/^4\s*1 \(33.3 %\)/, /^5.5\s*2 \(66.7 %\)/]);
	await page.getByRole('button', { name: 'Clear' }).click();
	await expect(page.getByText('No codes yet.')).toBeVisible();
});

test('progress goes into a file and back; a file that is not one changes nothing', async ({
	page
}) => {
	await page.goto(batchNorm);
	const gate = page.locator('#through-both');
	await gate.getByRole('textbox').fill('4');
	await gate.getByRole('button', { name: 'Commit prediction' }).click();
	await page.locator('#write-fuse').getByRole('textbox').fill('mine');
	await expect(page.getByText('edited', { exact: true })).toBeVisible();
	await page.goto('./progress/');
	const row = page.getByRole('listitem').filter({ hasText: 'Batch norm is a scale' });
	await expect(row).toContainText('1 answer');
	await expect(page.getByText('1 piece of code is changed')).toBeVisible();
	const saved = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save as a file' }).click();
	const file = await (await saved).path();
	const text = readFileSync(file, 'utf8');
	await page.getByRole('button', { name: 'Clear my data' }).click();
	await page.getByRole('button', { name: 'Yes, clear it' }).click();
	await expect(row).toContainText('0 answers');
	await expect(page.getByText('0 pieces of code are changed')).toBeVisible();
	const give = (content: string): Promise<void> =>
		page.getByLabel('Open a file').setInputFiles({
			name: 'progress.json',
			mimeType: 'application/json',
			buffer: Buffer.from(content)
		});
	await give('{"__proto__":{"x":1}}');
	await expect(page.getByText('from another program or page')).toBeVisible();
	await give(text);
	await page.getByRole('button', { name: 'Merge' }).click();
	await expect(row).toContainText('1 answer');
	await page.reload();
	await expect(row).toContainText('1 answer');
	await expect(page.getByText('1 piece of code is changed')).toBeVisible();
});

test('a teacher unlocks predictions; nothing is kept of it', async ({ page }) => {
	await page.goto(batchNorm);
	const gate = page.locator('#through-both');
	const look = gate.getByRole('button', { name: 'See what happens' });
	await expect(look).toBeDisabled();
	await page.getByRole('button', { name: 'Settings' }).click();
	await page.getByRole('switch', { name: 'Unlock predictions' }).click();
	await page.keyboard.press('Escape');
	await expect(gate).toContainText('Unlocked in the settings');
	await look.click();
	await expect(gate).toContainText('What happens');
	await page.reload();
	await expect(gate.getByRole('button', { name: 'Commit prediction' })).toBeEnabled();
});
