/** The shipped networks, the dials that turn a scene, and the model cards, by role and name. */
import { readFile } from 'node:fs/promises';
import { expect as quickExpect, type Locator, type Page } from '@playwright/test';
import { parseModelCard } from '#lib/export/model-card.ts';
import { expectNoFault, type Dress } from '../support/axe.ts';
import { test } from '../support/live-page.ts';

/** Patient: on a busy machine a network takes a while. */
const expect = quickExpect.configure({ timeout: 30_000 });

test.describe.configure({ timeout: 120_000 });

/** Milliseconds of the page's thread for each step of a dial: half of a frame of the display. */
const THREAD_BUDGET = 8;

const exportButton = (page: Page) => page.getByRole('button', { name: 'Export results (JSON)' });
const dial = (page: Page, name: string) => page.getByRole('slider', { name, exact: true });
const predictions = (page: Page) => page.getByRole('table', { name: 'Predictions' });

async function open(page: Page, query = ''): Promise<void> {
	await page.goto(`./network/${query}`);
	await expect(exportButton(page)).toBeEnabled();
	await expect(page.getByRole('grid', { name: 'Feature maps' })).toBeVisible();
}

/** The bytes that a canvas shows. */
const pixels = (canvas: Locator) =>
	canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());

const picture = (page: Page) => page.getByRole('img', { name: /as the network sees it/ });
const atlas = (page: Page) =>
	page.getByRole('region', { name: 'Maps of this layer, scrolls' }).locator('canvas');

/** Everything that follows the picture, as bytes and words. */
async function onView(page: Page): Promise<string[]> {
	return [
		await pixels(picture(page).locator('canvas')),
		await pixels(atlas(page)),
		await pixels(page.getByRole('list', { name: 'Stages' }).locator('canvas').first()),
		await pixels(page.getByRole('slider', { name: 'Probe' }).locator('canvas')),
		(await predictions(page).textContent()) ?? ''
	];
}

/** Drags a dial as a hand does: many inputs, without letting go. */
async function drag(page: Page, name: string, values: readonly number[]): Promise<void> {
	await dial(page, name).evaluate(async (input: HTMLInputElement, steps) => {
		for (const value of steps) {
			input.valueAsNumber = value;
			input.dispatchEvent(new Event('input', { bubbles: true }));
			await new Promise((resolve) => requestAnimationFrame(resolve));
		}
	}, values);
}

const letGo = (page: Page, name: string) => dial(page, name).dispatchEvent('change');

test.describe('a shipped network', () => {
	test('is the default, has names for its classes, and is the file of its card', async ({
		page,
		request
	}) => {
		await open(page);
		const card = parseModelCard(
			await (await request.get('./networks/scenes-repghost.json')).text()
		);
		await expect(predictions(page).getByRole('rowheader').first()).toHaveText(
			new RegExp(`^(${card.classes.join('|')})$`)
		);
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			exportButton(page).click()
		]);
		const results = JSON.parse(await readFile(await download.path(), 'utf8'));
		expect(results.model.weights).toEqual({ source: card.file.name, sha256: card.file.sha256 });
		expect(results.model.name).toBe(card.name);
		expect(results.input).toEqual({ kind: 'sample', shape: [3, 64, 64], name: 'red-ball' });
	});

	test('may be asked for in the address', async ({ page }) => {
		await open(page, '?model=scenes-ghost');
		await expect(page.getByRole('combobox', { name: 'Model' })).toHaveValue('scenes-ghost');
		await page.getByRole('combobox', { name: 'Model' }).selectOption('scenes-repghost-plain');
		await expect(page).toHaveURL(/model=scenes-repghost-plain/);
		await expect(exportButton(page)).toBeEnabled();
	});

	test('that is damaged is refused in words, and can be tried again', async ({ page, context }) => {
		let damaged = true;
		await context.route('**/networks/scenes-repghost.safetensors', async (route) => {
			const response = await route.fetch();
			const body = await response.body();
			if (damaged) body[body.length - 1]! ^= 1;
			await route.fulfill({ response, body });
		});
		await page.goto('./network/');
		await expect(page.getByRole('alert')).toContainText(
			'scenes-repghost.safetensors: expected the SHA-256'
		);
		await expect(exportButton(page)).toBeDisabled();
		damaged = false;
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(exportButton(page)).toBeEnabled();
		await expect(page.getByRole('alert')).toHaveCount(0);
	});

	test('that is not there leaves the one before, and can be tried again', async ({
		page,
		context
	}) => {
		await open(page);
		await context.route('**/networks/scenes-ghost.*', (route) => route.fulfill({ status: 404 }));
		await page.getByRole('combobox', { name: 'Model' }).selectOption('scenes-ghost');
		await expect(page.getByRole('alert')).toContainText('scenes-ghost.json could not be fetched');
		await expect(page.getByRole('combobox', { name: 'Model' })).toHaveValue('scenes-repghost');
		await expect(exportButton(page)).toBeEnabled();
		await context.unroute('**/networks/scenes-ghost.*');
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(page.getByRole('combobox', { name: 'Model' })).toHaveValue('scenes-ghost');
		await expect(exportButton(page)).toBeEnabled();
	});
});

test.describe('a dial', () => {
	test('moves the picture, every map and the predictions while it is held', async ({ page }) => {
		await open(page);
		const before = await onView(page);
		const turned = Array.from({ length: 20 }, (_, step) => 5 * step);
		await drag(page, 'Turn', turned);
		await drag(page, 'Drawn as', [1.98, 2]);
		await expect(async () => {
			const held = await onView(page);
			for (const [index, seen] of held.entries()) expect(seen).not.toBe(before[index]);
		}).toPass();
		await expect(exportButton(page)).toBeDisabled();
		// The last frame, and what a whole run gives at rest, are the same to the last bit.
		await expect(async () => {
			const first = await onView(page);
			await page.waitForTimeout(300);
			expect(await onView(page)).toEqual(first);
		}).toPass();
		const held = await onView(page);
		await letGo(page, 'Drawn as');
		await expect(exportButton(page)).toBeEnabled();
		await expect(page).toHaveURL(/scene=turn_95\*style_2/);
		expect(await onView(page)).toEqual(held);
	});

	test('is one step to undo, however far it was dragged', async ({ page }) => {
		await open(page);
		const at = await dial(page, 'Turn').inputValue();
		await drag(page, 'Turn', [10, 20, 30, 40]);
		await letGo(page, 'Turn');
		await expect(page).toHaveURL(/scene=turn_40/);
		await expect(exportButton(page)).toBeEnabled();
		await page.keyboard.press('Control+z');
		await expect(dial(page, 'Turn')).toHaveValue(at);
		await expect(page).not.toHaveURL(/scene=/);
		await page.keyboard.press('Control+Shift+z');
		await expect(dial(page, 'Turn')).toHaveValue('40');
		await expect(page).toHaveURL(/scene=turn_40/);
	});

	test('obeys the keys, says where it stands, and wraps past a full turn', async ({ page }) => {
		await open(page, '?scene=turn_359');
		const turn = dial(page, 'Turn');
		await turn.focus();
		await page.keyboard.press('ArrowRight');
		await expect(turn).toHaveAttribute('aria-valuetext', '360 degrees');
		await page.keyboard.press('ArrowRight');
		await expect(turn).toHaveAttribute('aria-valuetext', '1 degree');
		await expect(turn).toHaveValue('1');
		const style = dial(page, 'Drawn as');
		await style.focus();
		await page.keyboard.press('End');
		await expect(style).toHaveAttribute('aria-valuetext', 'line drawing');
		await page.keyboard.press('ArrowLeft');
		await expect(style).toHaveAttribute('aria-valuetext', '99 % from flat to line drawing');
		await expect(page).toHaveURL(/scene=turn_1\*style_1\.99/);
	});

	test('has a subject, another one of it, and a way back', async ({ page }) => {
		await open(page);
		const dials = page.getByRole('group', { name: 'Dials' });
		const before = await pixels(picture(page).locator('canvas'));
		await expect(dials.getByRole('button', { name: 'Reset dials' })).toBeDisabled();
		await dials.getByRole('combobox', { name: 'Subject' }).selectOption('Sailing boat');
		await expect(page).toHaveURL(/scene=subject_sailing-boat/);
		await dials.getByRole('button', { name: 'Another one' }).click();
		await expect(page).toHaveURL(/variant_\d+/);
		await expect(page.getByText('Red ball, changed').first()).toBeVisible();
		await dials.getByRole('button', { name: 'Reset dials' }).press('Enter');
		await expect(dials.getByRole('button', { name: 'Reset dials' })).toBeFocused();
		await expect(page).not.toHaveURL(/scene=/);
		await expect(exportButton(page)).toBeEnabled();
		expect(await pixels(picture(page).locator('canvas'))).toBe(before);
	});

	test('comes back from the address with the very picture', async ({ page }) => {
		const query = '?picture=toadstool&scene=subject_mug*turn_12*size_1.3*hue_200*style_0.5';
		await open(page, query);
		await expect(dial(page, 'Turn')).toHaveValue('12');
		await expect(dial(page, 'Size')).toHaveValue('1.3');
		await expect(page.getByRole('combobox', { name: 'Subject' })).toHaveValue('mug');
		const there = await onView(page);
		await page.reload();
		await expect(exportButton(page)).toBeEnabled();
		await expect(async () => expect(await onView(page)).toEqual(there)).toPass();
	});

	test('is not there for a file, with a word why', async ({ page }) => {
		await open(page);
		const file = new URL('../fixtures/pictures/files/alpha.png', import.meta.url).pathname;
		await page.getByLabel('Picture or tensor').setInputFiles(file);
		await expect(page.getByText('Dials turn drawn scenes.')).toBeVisible();
		await expect(page.getByRole('group', { name: 'Dials' })).toHaveCount(0);
	});

	test('leaves the page’s thread free', async ({ page }) => {
		await open(page);
		// Time of the processor, not of the clock: a busy test machine makes everything wait.
		const client = await page.context().newCDPSession(page);
		await client.send('Performance.enable', { timeDomain: 'threadTicks' });
		const busy = async () => {
			const { metrics } = await client.send('Performance.getMetrics');
			return 1000 * metrics.find(({ name }) => name === 'TaskDuration')!.value;
		};
		const turned = Array.from({ length: 60 }, (_, step) => step);
		await drag(page, 'Turn', turned);
		const before = await busy();
		await drag(page, 'Turn', turned);
		const each = ((await busy()) - before) / turned.length;
		test.info().annotations.push({ type: 'ms a step', description: each.toFixed(2) });
		expect(each).toBeLessThan(THREAD_BUDGET);
	});
});

test('all maps of the network can be shown, follow a dial, and stay right at rest', async ({
	page
}) => {
	await open(page, '?form=folded');
	const all = page.getByRole('img', { name: /^All [\d,]+ maps of the network/ });
	await expect(all).toHaveCount(0);
	await page.getByRole('switch', { name: /^Show all [\d,]+ maps/ }).check();
	await expect(all).toBeVisible();
	const before = await pixels(all.locator('canvas'));
	await drag(page, 'Turn', [10, 60, 110]);
	await drag(page, 'Drawn as', [2]);
	await expect(async () => expect(await pixels(all.locator('canvas'))).not.toBe(before)).toPass();
	await letGo(page, 'Turn');
	await expect(page).toHaveURL(/scene=turn_110\*style_2/);
	await expect(exportButton(page)).toBeEnabled();
	await page.waitForTimeout(500);
	const rested = await pixels(all.locator('canvas'));
	await page.reload();
	await expect(exportButton(page)).toBeEnabled();
	await page.getByRole('switch', { name: /^Show all [\d,]+ maps/ }).check();
	await expect(async () => expect(await pixels(all.locator('canvas'))).toBe(rested)).toPass();
});

test('a picture that cannot be drawn is said so, and can be tried again', async ({
	page,
	context
}) => {
	await context.route('**/draw.worker*', (route) => route.abort());
	await page.goto('./network/');
	await expect(page.getByRole('alert')).toContainText('The pictures could not be drawn.');
	await context.unroute('**/draw.worker*');
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(exportButton(page)).toBeEnabled();
	await expect(page.getByRole('alert')).toHaveCount(0);
});

test.describe('the model card', () => {
	const dialog = (page: Page) => page.getByRole('dialog', { name: /^Model card: RepGhost/ });

	test('is one click away, tells what is known, and closes with Escape', async ({ page }) => {
		await open(page);
		const button = page.getByRole('button', { name: 'Model card' });
		await button.click();
		await expect(dialog(page)).toBeVisible();
		const networks = dialog(page).getByRole('table', { name: 'The four networks side by side' });
		await expect(networks.getByRole('row')).toHaveCount(5);
		await expect(networks.getByText('not available')).toHaveCount(0);
		const confusion = dialog(page).getByRole('table', { name: 'What is taken for what' });
		await expect(confusion.getByRole('cell')).toHaveCount(100);
		await expect(dialog(page).getByRole('table', { name: 'By class' })).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(dialog(page)).toBeHidden();
		await expect(button).toBeFocused();
	});

	test('hands out the file and the card', async ({ page }) => {
		await open(page);
		await page.getByRole('button', { name: 'Model card' }).click();
		for (const [name, file] of [
			['Weights (.safetensors)', 'scenes-repghost.safetensors'],
			['Card (.json)', 'scenes-repghost.json']
		] as const) {
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				dialog(page).getByRole('link', { name }).click()
			]);
			expect(download.suggestedFilename()).toBe(file);
		}
	});

	const plain: readonly Dress[] = [
		['light', 1280],
		['dark', 1280],
		['light', 320]
	];
	for (const [query, dresses] of [
		['', plain],
		['?profile=projector', [['light', 1920]]]
	] as const) {
		test(`has no fault that axe knows, ${query}`, async ({ page }) => {
			await open(page, query);
			await page.getByRole('button', { name: 'Model card' }).click();
			await expect(dialog(page).getByRole('heading', { name: 'Recipe' })).toBeVisible();
			for (const dress of dresses) {
				await expectNoFault(page, [dress]);
				const tooWide = await dialog(page).evaluate((box) => box.scrollWidth - box.clientWidth);
				expect(tooWide).toBe(0);
			}
		});
	}

	test('is not offered for networks that have none', async ({ page }) => {
		await open(page, '?model=repghostnet_050');
		await expect(page.getByRole('button', { name: 'Model card' })).toBeDisabled();
		await expect(page.getByText('Untrained: the weights are pseudo-random')).toBeVisible();
	});
});
