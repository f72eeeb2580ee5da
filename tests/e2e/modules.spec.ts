/** The drawings of modules as a reader uses them: the start page's module, and the five of lesson 3. */
import { expect, type Locator, type Page } from '@playwright/test';
import { expectNoFault } from '../support/axe.ts';
import { test } from '../support/live-page.ts';

const LESSON = './lessons/from-concat-to-add/';
const ROUNDING = 1e-5;

/** The figure with this slider. */
const plate = (page: Page, slider: string): Locator =>
	page.getByRole('figure').filter({ has: page.getByRole('slider', { name: slider }) });
const readout = (figure: Locator): Locator =>
	figure.getByRole('status', { name: 'Largest difference' });

async function openDrawings(page: Page, query = ''): Promise<Locator> {
	await page.goto(LESSON + query);
	const figure = plate(page, 'Drawing');
	await figure.scrollIntoViewIfNeeded();
	await expect(figure).toContainText('Computed by TensorFlow.js');
	return figure;
}

test('the module of the start page is folded by keys and stays what it was', async ({ page }) => {
	await page.goto('./');
	const figure = plate(page, 'Fold the branch');
	const slider = figure.getByRole('slider');
	await expect(figure).toContainText('centre 1.20 + 0 = 1.20');
	await slider.focus();
	for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight');
	await expect(figure).toContainText('centre 1.20 + 0.18 = 1.38');
	await expect(slider).toHaveAttribute('aria-valuetext', /30 % folded/);
	await page.keyboard.press('End');
	await expect(figure).toContainText('centre 1.20 + 0.60 = 1.80');
	await expect(figure.getByRole('img', { name: /fused 3×3 depthwise/ })).toBeVisible();
	await expect(async () => {
		expect(Number(await readout(figure).textContent())).toBeLessThan(ROUNDING);
	}).toPass();
});

test('folding is exact at (c) and (d), and wrong at (a) and (b)', async ({ page }) => {
	const figure = await openDrawings(page);
	const next = figure.getByRole('button', { name: 'Next drawing' });
	for (const letter of ['a', 'b', 'c', 'd'] as const) {
		await expect(figure).toContainText(`(${letter}) `);
		await figure.getByRole('button', { name: /^Fold (anyway|it)$/ }).click();
		await expect(readout(figure)).toHaveText(/e/);
		const difference = Number(await readout(figure).textContent());
		if (letter === 'a' || letter === 'b') {
			expect(difference).toBeGreaterThan(1);
			await expect(figure).toContainText('all of them among these');
		} else expect(difference).toBeLessThan(ROUNDING);
		await next.click();
	}
	await expect(figure).toContainText('(e) RepGhost, folded');
	await expect(next).toHaveAttribute('aria-disabled', 'true');
	await expect(next).toBeFocused();
});

test('the slider goes from drawing to drawing by keys, and names them', async ({ page }) => {
	const figure = await openDrawings(page);
	const slider = figure.getByRole('slider', { name: 'Drawing' });
	await slider.focus();
	await page.keyboard.press('End');
	await expect(slider).toHaveAttribute('aria-valuetext', '(e) RepGhost, folded');
	await page.keyboard.press('ArrowLeft');
	await expect(slider).toHaveAttribute('aria-valuetext', '(d) RepGhost, training-time');
	await expect(figure.getByRole('img', { name: /batch norm \(path beside it\)/ })).toBeVisible();
});

/** Where ReLU stood in every frame from now until the drawing rests. */
async function watchRelu(figure: Locator): Promise<number[]> {
	return figure.evaluate(async (element) => {
		const heights: number[] = [];
		const started = performance.now();
		while (performance.now() - started < 900) {
			await new Promise((resolve) => requestAnimationFrame(resolve));
			const box = element.querySelector('.operation.relu');
			const transform = box?.getAttribute('transform') ?? '';
			heights.push(Number(/ ([\d.]+)\)/.exec(transform)?.[1]));
		}
		return heights;
	});
}

test('ReLU moves from (b) to (c), and at once when the reader wants no motion', async ({
	page
}) => {
	for (const reducedMotion of ['no-preference', 'reduce'] as const) {
		await page.emulateMedia({ reducedMotion });
		const figure = await openDrawings(page);
		await figure.getByRole('button', { name: 'Next drawing' }).click();
		await page.waitForTimeout(600);
		const watched = watchRelu(figure);
		await figure.getByRole('button', { name: 'Next drawing' }).click();
		const heights = [...new Set(await watched)];
		expect(heights).toEqual(heights.toSorted((a, b) => a - b));
		if (reducedMotion === 'reduce') expect(heights.length).toBeLessThanOrEqual(2);
		else expect(heights.length).toBeGreaterThan(4);
		expect(heights.at(-1)! - heights[0]!).toBeGreaterThan(40);
	}
});

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });

	test('the drawings, their maps and their words are there', async ({ page }) => {
		await page.goto(LESSON);
		await expect(page.getByRole('img', { name: /The operations of the module/ })).toHaveCount(2);
		await expect(page.locator('image').first()).toHaveAttribute('href', /^data:image\/bmp/);
		await expect(page.getByText('(a) Ghost module').first()).toBeVisible();
		await page.goto('./');
		await expect(page.getByText('centre 1.20 + 0 = 1.20')).toBeVisible();
	});
});

for (const width of [1440, 320]) {
	test(`axe finds nothing at any drawing, in either theme, ${width} px`, async ({ page }) => {
		test.setTimeout(120_000);
		await page.setViewportSize({ width, height: 900 });
		const figure = await openDrawings(page);
		for (let position = 0; position < 5; position++) {
			await figure.getByRole('slider', { name: 'Drawing' }).fill(String(position));
			if (position < 4) {
				await figure.getByRole('button', { name: /^Fold (anyway|it)$/ }).click();
				await expect(readout(figure)).toHaveText(/e/);
			}
			await page.waitForTimeout(500);
			const dresses = [
				['light', width],
				['dark', width]
			] as const;
			await expectNoFault(page, dresses, '.plate');
		}
	});
}
