/** The fold stepper as a reader uses it: by mouse, keys and touch, on live tensors. */
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';
import { axeFaults } from '../support/axe.ts';
import { test } from '../support/live-page.ts';

const LESSON = './lessons/folding-the-branches/';
const STEPS = 11;
/** What rounding alone explains on the toy, whose largest output is about 4. */
const ROUNDING = 1e-4;
const weights = (name: string): string =>
	fileURLToPath(new URL(`../../static/networks/${name}`, import.meta.url));

const stepper = (page: Page): Locator => page.getByRole('region', { name: 'Fold stepper' });
const slider = (page: Page): Locator =>
	stepper(page).getByRole('slider', { name: 'Step', exact: true });
const readout = (page: Page): Locator =>
	stepper(page).getByRole('status', { name: 'Largest difference' });

async function open(page: Page, query = ''): Promise<void> {
	await page.goto(LESSON + query);
	await stepper(page).scrollIntoViewIfNeeded();
	await live(page);
}

/** Waits until the engine has run what is on view. */
async function live(page: Page): Promise<void> {
	await expect(stepper(page)).toContainText(/\d+ runs so far/);
}

async function difference(page: Page): Promise<number> {
	const text = (await readout(page).textContent()) ?? '';
	expect(text).toMatch(/^\d\.\de[+-]\d+$/);
	return Number(text);
}

async function runs(page: Page): Promise<number> {
	const text = (await stepper(page).textContent()) ?? '';
	return Number(/([\d,]+) runs so far/.exec(text)![1]!.replaceAll(',', ''));
}

test('all eleven steps run live, and each equals the two branches', async ({ page }) => {
	await open(page);
	const next = stepper(page).getByRole('button', { name: 'Next step' });
	for (let step = 1; step <= STEPS; step++) {
		await expect(slider(page)).toHaveValue(String(step));
		await expect(stepper(page)).toContainText(`Step ${step} of ${STEPS}`);
		const before = await runs(page);
		expect(await difference(page)).toBeLessThan(ROUNDING);
		if (step === STEPS) break;
		await next.click();
		await expect(async () => expect(await runs(page)).toBeGreaterThanOrEqual(before + 2)).toPass();
	}
	await expect(next).toHaveAttribute('aria-disabled', 'true');
});

test('the numbers of the toy: 1.20 + 0.60 = 1.80', async ({ page }) => {
	await open(page, '?step=8');
	for (const [name, value] of [
		['W′, scaled kernel', '1.20'],
		['W id, scaled identity', '0.60'],
		['Ŵ, folded kernel', '1.80']
	] as const) {
		const centre = stepper(page)
			.getByRole('grid', { name })
			.getByRole('gridcell', { name: `row 2, column 2, ${value}` });
		await expect(centre).toBeVisible();
	}
	await expect(stepper(page)).toContainText('1.20 plus 0.60 is 1.80');
});

test('a step back is made by keys, and gives the same numbers', async ({ page }) => {
	await open(page, '?step=6');
	const table = stepper(page).getByRole('table');
	await stepper(page).getByText('All numbers of this step as a table').click();
	const there = await table.textContent();
	await slider(page).focus();
	await page.keyboard.press('ArrowRight');
	await expect(stepper(page)).toContainText('Step 7 of 11');
	await page.keyboard.press('ArrowLeft');
	await expect(stepper(page)).toContainText('Step 6 of 11');
	await expect(async () => expect(await table.textContent()).toBe(there)).toPass();
	await page.keyboard.press('End');
	await expect(stepper(page)).toContainText('Step 11 of 11');
	await page.keyboard.press('Home');
	await expect(stepper(page)).toContainText('Step 1 of 11');
});

test('plays to the end, and stops where the reader takes over', async ({ page }) => {
	await open(page, '?step=9');
	await stepper(page).getByRole('button', { name: 'Play' }).click();
	await expect(slider(page)).toHaveValue('11', { timeout: 10_000 });
	await stepper(page).getByRole('button', { name: 'Play' }).click();
	await stepper(page).getByRole('button', { name: 'Pause' }).click();
	const value = await slider(page).inputValue();
	await page.waitForTimeout(3000);
	await expect(slider(page)).toHaveValue(value);
});

test.describe('broken on purpose', () => {
	for (const rule of [
		'ε = 1e-3 when folding',
		'Forget the branch bias',
		'Centre + 1, not + γ/σ',
		'ReLU before the add',
		'Training-mode statistics'
	]) {
		test(`${rule}: the readout shows it`, async ({ page }) => {
			await open(page, '?step=11');
			const box = stepper(page)
				.getByRole('group', { name: 'Break it' })
				.getByRole('checkbox', { name: rule });
			await box.check();
			await expect(async () => expect(await difference(page)).toBeGreaterThan(1e-2)).toPass();
			await expect(stepper(page).getByRole('alert')).toBeVisible();
			await expect(stepper(page)).toContainText('not equal');
			await page.keyboard.press('Control+z');
			await expect(box).not.toBeChecked();
			await expect(async () => expect(await difference(page)).toBeLessThan(ROUNDING)).toPass();
			await expect(stepper(page).getByRole('alert')).toHaveCount(0);
		});
	}
});

test('a tap is edited by keys, undone, done again, and shared by the address', async ({ page }) => {
	await open(page, '?step=3');
	const cell = stepper(page)
		.getByRole('grid', { name: 'W, the depthwise kernel' })
		.getByRole('gridcell', { name: /^row 2, column 2/ });
	await cell.click();
	await page.keyboard.press('F2');
	await page.keyboard.press('Control+a');
	await page.keyboard.type('2,5');
	await page.keyboard.press('Enter');
	await expect(cell).toHaveAccessibleName('row 2, column 2, 2.50');
	await expect(stepper(page)).toContainText('1.50 times 2.50 is 3.75');
	await expect(page).toHaveURL(/edits=w4\*2\.5/);
	expect(await difference(page)).toBeLessThan(ROUNDING);
	await stepper(page).getByRole('button', { name: 'Undo: changed number' }).click();
	await expect(cell).toHaveAccessibleName('row 2, column 2, 0.80');
	await stepper(page).getByRole('button', { name: 'Redo: changed number' }).click();
	await expect(cell).toHaveAccessibleName('row 2, column 2, 2.50');
	await page.reload();
	await live(page);
	await expect(cell).toHaveAccessibleName('row 2, column 2, 2.50');
	await stepper(page).getByRole('button', { name: 'Reset' }).click();
	await expect(slider(page)).toHaveValue('1');
});

test('a negative variance is refused in words, and nothing is lost', async ({ page }) => {
	await open(page, '?step=2');
	const beta = stepper(page).getByRole('grid', { name: 'β₁' }).getByRole('gridcell');
	await beta.click();
	await page.keyboard.press('F2');
	await page.keyboard.press('Control+a');
	await page.keyboard.type('5000');
	await page.keyboard.press('Enter');
	await expect(stepper(page).getByRole('alert')).toContainText('The old value stays.');
	await expect(beta).toHaveAccessibleName('0.10');
});

test('a link restores step, channel, picture and broken rules', async ({ page }) => {
	await open(page, '?step=9&channel=2&picture=dot&break=forget-bias.epsilon&tap=2');
	await expect(slider(page)).toHaveValue('9');
	await expect(stepper(page).getByRole('combobox', { name: 'Channel' })).toHaveValue('1');
	await expect(stepper(page).getByRole('combobox', { name: 'Picture' })).toHaveValue('dot');
	await expect(stepper(page).getByRole('checkbox', { checked: true })).toHaveCount(2);
});

test('a hostile link gives the lesson as it is, and a quiet word', async ({ page }) => {
	await open(
		page,
		'?step=1e9&channel=-1&module=__proto__&edits=w4*NaN&break=</script>&picture=%00'
	);
	await expect(slider(page)).toHaveValue('1');
	await expect(page.getByText(/^Not understood in the address/)).toBeVisible();
	expect(await difference(page)).toBeLessThan(ROUNDING);
});

test('a number is followed from the output down to γ and σ, by keys alone', async ({ page }) => {
	await open(page, '?step=11');
	const grid = stepper(page).getByRole('grid', { name: 'so far' }).first();
	await grid.getByRole('gridcell', { name: /^row 3, column 3/ }).focus();
	await page.keyboard.press('Enter');
	const panel = stepper(page).getByRole('group', { name: /channel 1, row 3, column 3/ });
	await expect(panel).toBeVisible();
	await panel.getByRole('button', { name: /one convolution.*: follow$/ }).press('Enter');
	await expect(stepper(page)).toContainText('9 taps of the kernel');
	const tap = stepper(page).getByRole('button', { name: /Ŵ, folded kernel.*: follow$/ });
	await tap.first().press('Enter');
	await expect(stepper(page)).toContainText('These are added up.');
	await page.keyboard.press('Escape');
	await expect(stepper(page).getByText('These are added up.')).toBeHidden();
	await expect(grid.getByRole('gridcell', { name: /^row 3, column 3/ })).toBeFocused();
});

test('modules of the trained networks are folded on a picture', async ({ page }) => {
	await open(page, '?step=11');
	const module = stepper(page).getByRole('combobox', { name: 'Module' });
	await expect(module.getByRole('option', { name: 'blocks.1.0.ghost1' }).first()).toBeAttached();
	await module.selectOption('scenes-repghost/blocks.1.0.ghost1');
	await expect(stepper(page).getByRole('combobox', { name: 'Channel' })).toContainText('1 of 32');
	await expect(stepper(page).getByRole('combobox', { name: 'Picture' })).toHaveValue('red-ball');
	expect(await difference(page)).toBeLessThan(1e-3);
	await stepper(page).getByRole('combobox', { name: 'Channel' }).selectOption('31');
	await expect(page).toHaveURL(/module=blocks\.1\.0\.ghost1.*channel=32/);
	await page.keyboard.press('Control+z');
	await page.keyboard.press('Control+z');
	await expect(module).toHaveValue('toy');
});

test('a weight file of the reader is opened, and a damaged one leaves all as it was', async ({
	page
}) => {
	await open(page, '?step=11&channel=2');
	const input = stepper(page).getByLabel('Weights file');
	await input.setInputFiles({
		name: 'damaged.safetensors',
		mimeType: 'application/octet-stream',
		buffer: Buffer.from('<!doctype html><title>404</title>')
	});
	await expect(stepper(page).getByRole('alert')).toContainText('not a weight file');
	await stepper(page).getByRole('button', { name: 'Undo: module' }).click();
	await expect(stepper(page).getByRole('alert')).toHaveCount(0);
	await expect(stepper(page).getByRole('combobox', { name: 'Channel' })).toHaveValue('1');
	await input.setInputFiles(weights('scenes-repghost-identity.safetensors'));
	const module = stepper(page).getByRole('combobox', { name: 'Module' });
	await expect(module).toHaveValue('file/blocks.0.0.ghost1');
	await expect(stepper(page).getByRole('combobox', { name: 'Channel' })).toContainText('1 of 16');
	expect(await difference(page)).toBeLessThan(1e-3);
});

test('without motion the steps swap at once', async ({ browser, baseURL }) => {
	const context = await browser.newContext({
		reducedMotion: 'reduce',
		...(baseURL && { baseURL })
	});
	const page = await context.newPage();
	await open(page, '?step=1');
	await slider(page).fill('10');
	await expect(stepper(page)).toContainText('Step 10 of 11');
	const moving = await page.evaluate(
		() => document.getAnimations().filter(({ playState }) => playState === 'running').length
	);
	expect(moving).toBe(0);
	await context.close();
});

test('without a script the text, the formula and the still figure are there', async ({
	browser,
	baseURL
}) => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		...(baseURL && { baseURL })
	});
	const page = await context.newPage();
	await page.goto(LESSON);
	await expect(stepper(page)).toContainText('Run the two branches');
	await expect(stepper(page).getByRole('grid', { name: 'depthwise branch' })).toBeVisible();
	await expect(page.locator('.katex').first()).toBeVisible();
	await context.close();
});

test('scrubbing faster than the engine runs asks for what is on view, and not for all it passed', async ({
	page
}) => {
	await open(page);
	const before = await runs(page);
	const turns = 6;
	await slider(page).evaluate((element, count) => {
		const input = element as HTMLInputElement;
		for (let move = 0; move < count * Number(input.max); move++) {
			input.valueAsNumber = (move % Number(input.max)) + 1;
			input.dispatchEvent(new Event('input', { bubbles: true }));
		}
	}, turns);
	await expect(stepper(page)).toContainText(`Step ${STEPS} of ${STEPS}`);
	await expect.poll(() => runs(page)).toBeGreaterThan(before);
	expect(await difference(page)).toBeLessThan(ROUNDING);
	// Two runs of the graph a step; moves of one frame are one step, the one on view.
	expect((await runs(page)) - before).toBeLessThan(turns * STEPS);
});

test.describe('the whole network', () => {
	const figure = (page: Page): Locator =>
		page.getByRole('region', { name: 'Fold the whole network' });

	test('its branches vanish one by one, its counts fall, its answer stays', async ({ page }) => {
		await open(page);
		await figure(page).scrollIntoViewIfNeeded();
		const counts = figure(page).getByRole('table', { name: 'What folding takes away' });
		const folded = figure(page).getByRole('slider', { name: 'Folded modules' });
		await expect(figure(page)).toContainText(/\d+ runs so far/);
		await expect(counts.getByRole('row', { name: /^operations/ })).toHaveText(/145\s*145/);
		await figure(page).getByRole('button', { name: 'Fold one module more' }).click();
		await expect(folded).toHaveValue('1');
		await expect(counts.getByRole('row', { name: /^operations/ })).toHaveText(/145\s*142/);
		await figure(page).getByRole('button', { name: 'Fold all' }).click();
		await expect(folded).toHaveValue('14');
		await expect(counts.getByRole('row', { name: /^parameters/ })).toHaveText(/108,178\s*10\d,\d+/);
		const difference = figure(page).getByRole('status', { name: 'Largest difference' });
		await expect(async () => {
			const value = Number(await difference.textContent());
			expect(value).toBeGreaterThan(0);
			expect(value).toBeLessThan(1e-4);
		}).toPass();
		await figure(page)
			.getByRole('button', { name: /^blocks\.0\.0\.ghost2/ })
			.click();
		await expect(folded).toHaveValue('2');
	});
});

for (const [theme, width] of [
	['light', 1280],
	['dark', 320]
] as const) {
	test(`axe finds nothing at any step, ${theme}, ${width} px`, async ({ page }) => {
		test.setTimeout(180_000);
		await page.setViewportSize({ width, height: 900 });
		await open(page, `?theme=${theme}`);
		for (let step = 1; step <= STEPS; step++) {
			await slider(page).fill(String(step));
			await expect(stepper(page)).toContainText(`Step ${step} of ${STEPS}`);
			if (step === STEPS) await stepper(page).getByRole('checkbox').first().check();
			await page.waitForTimeout(450);
			const found = await axeFaults(page, '[aria-label="Fold stepper"]');
			expect(found, `step ${step}`).toEqual([]);
		}
	});
}
