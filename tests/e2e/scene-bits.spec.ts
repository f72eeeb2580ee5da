/** Scenes have the same bytes in a browser as in Node: the sample pictures against the stored hashes. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { test } from '../support/live-page.ts';

interface Stored {
	/** sha256 of 64 × 64 pixels of red, green, blue. */
	readonly samples: Readonly<Record<string, string>>;
}

const hashes = new URL('../fixtures/scenes/hashes.json', import.meta.url);

test('sample pictures have the bytes that Node draws', async ({ page }) => {
	test.setTimeout(180_000);
	const { samples } = JSON.parse(await readFile(hashes, 'utf8')) as Stored;
	expect(Object.keys(samples)).toHaveLength(20);
	await page.goto('./network/');
	const list = page.getByRole('list', { name: 'Sample pictures' });
	const canvas = page.getByRole('img', { name: /as the network sees it/ }).locator('canvas');
	const hashShown = async () => {
		const rgb = await canvas.evaluate((element: HTMLCanvasElement) => {
			const { width, height } = element;
			const { data } = element.getContext('2d')!.getImageData(0, 0, width, height);
			return [...data].filter((_, index) => index % 4 !== 3);
		});
		return createHash('sha256').update(Uint8Array.from(rgb)).digest('hex');
	};
	for (const [index, expected] of Object.values(samples).entries()) {
		await list.getByRole('button').nth(index).click();
		await expect.poll(hashShown, { timeout: 30_000 }).toBe(expected);
	}
});
