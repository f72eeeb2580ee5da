/** Picture files of every kind, good and hostile, through the page: shown upright, or refused by name. */
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/live-page.ts';

interface PictureFile {
	readonly file: string;
	readonly outcome: 'shown' | 'refused';
	readonly width?: number;
	readonly height?: number;
	/** Colours of the upright picture's quarters: top left, top right, bottom left, bottom right. */
	readonly quarters?: readonly (readonly number[])[];
	/** A piece of the refusal. */
	readonly says?: string;
}

const folder = new URL('../fixtures/pictures/files/', import.meta.url);
const files = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8')) as PictureFile[];

/** JPEG and WebP decoders differ by a few units; resampling mixes only at the quarters' borders. */
const COLOUR_TOLERANCE = 8;

async function give(page: Page, name: string): Promise<void> {
	await page.getByLabel('Picture or tensor').setInputFiles({
		name,
		mimeType: 'application/octet-stream',
		buffer: readFileSync(new URL(name, folder))
	});
}

/** The colours that the network sees, a fifth from each corner. */
async function shownQuarters(page: Page, name: string): Promise<number[][]> {
	const canvas = page.getByRole('img', { name: `\u2068${name}\u2069, as the network sees it` });
	await expect(canvas).toBeVisible({ timeout: 20_000 });
	return canvas.locator('canvas').evaluate((element: HTMLCanvasElement) => {
		const context = element.getContext('2d')!;
		const at = (x: number, y: number) => [
			...context
				.getImageData(Math.floor(x * element.width), Math.floor(y * element.height), 1, 1)
				.data.slice(0, 3)
		];
		return [at(0.2, 0.2), at(0.8, 0.2), at(0.2, 0.8), at(0.8, 0.8)];
	});
}

test('every file is shown upright or refused in one sentence, and the results before stay', async ({
	page
}) => {
	test.setTimeout(240_000);
	await page.goto('./network/');
	const button = page.getByRole('button', { name: 'Export results (JSON)' });
	await expect(button).toBeEnabled({ timeout: 40_000 });
	for (const { file, outcome, quarters, says, width = 1, height = 1 } of files) {
		// Of a very long picture the crop shows the middle only, not its quarters.
		const wholeInCrop = Math.max(width, height) <= 2 * Math.min(width, height);
		await test.step(file, async () => {
			const before = await page.getByRole('table', { name: 'Predictions' }).innerText();
			await give(page, file);
			if (outcome === 'refused') {
				const alert = page.getByRole('alert');
				await expect(alert, file).toContainText(says ?? '', { timeout: 20_000 });
				await expect(button).toBeEnabled({ timeout: 20_000 });
				expect(await page.getByRole('table', { name: 'Predictions' }).innerText()).toBe(before);
				await alert.getByRole('button').click();
			} else {
				const found = await shownQuarters(page, file);
				await expect(page.getByRole('alert')).toHaveCount(0);
				await expect(button).toBeEnabled({ timeout: 20_000 });
				if (!wholeInCrop) return;
				quarters?.forEach((colour, quarter) =>
					colour.forEach((value, channel) => {
						const difference = Math.abs(found[quarter]![channel]! - value);
						expect(difference, `${file}, quarter ${quarter}`).toBeLessThanOrEqual(COLOUR_TOLERANCE);
					})
				);
			}
		});
	}
});
