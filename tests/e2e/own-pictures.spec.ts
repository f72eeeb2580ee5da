/** Pictures that no file holds, by role and name: the camera and the drawing board; and views as PNG. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect as quickExpect, type Page } from '@playwright/test';
import { test } from '../support/live-page.ts';
import * as v from 'valibot';
import { resultsSchema, type Results } from '#lib/export/results.ts';
import { layoutView } from '#lib/scene/view-sheet.ts';

const expect = quickExpect.configure({ timeout: 30_000 });
test.describe.configure({ timeout: 120_000 });

const photo = fileURLToPath(new URL('../fixtures/pictures/files/exif-1.jpg', import.meta.url));

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const exportButton = (page: Page) => button(page, 'Export results (JSON)');
const surface = (page: Page) => page.getByRole('slider', { name: /^Drawing surface/ });
const answers = (page: Page) => page.getByRole('table', { name: 'Predictions' }).innerText();

async function open(page: Page): Promise<void> {
	await page.goto('./network/');
	await expect(exportButton(page)).toBeEnabled();
}

async function exported(page: Page): Promise<Results> {
	await expect(exportButton(page)).toBeEnabled();
	const [download] = await Promise.all([page.waitForEvent('download'), exportButton(page).click()]);
	return v.parse(resultsSchema, JSON.parse(await readFile(await download.path(), 'utf8')));
}

/** The picture as the network sees it: red, green, blue and alpha of every pixel. */
const shown = (page: Page, name: RegExp) =>
	page
		.getByRole('img', { name })
		.locator('canvas')
		.evaluate((canvas: HTMLCanvasElement) => [
			...canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data
		]);

/** Remembers every track that the page was given. */
async function watchTracks(page: Page): Promise<() => Promise<string[]>> {
	await page.addInitScript(() => {
		const tracks: MediaStreamTrack[] = [];
		Object.assign(window, { tracks });
		const { mediaDevices } = navigator;
		const ask = mediaDevices.getUserMedia.bind(mediaDevices);
		mediaDevices.getUserMedia = async (wanted) => {
			const stream = await ask(wanted);
			tracks.push(...stream.getTracks());
			return stream;
		};
	});
	return () =>
		page.evaluate(() =>
			(window as unknown as { tracks: MediaStreamTrack[] }).tracks.map(
				({ kind, readyState }) => `${kind} ${readyState}`
			)
		);
}

test.describe('the camera', () => {
	test('runs live, is given back however the reader leaves it, and asks no other host', async ({
		page
	}) => {
		const origins = new Set<string>();
		page.on('request', (request) => {
			const { protocol, origin } = new URL(request.url());
			if (protocol.startsWith('http')) origins.add(origin);
		});
		const tracks = await watchTracks(page);
		await open(page);
		expect(await tracks()).toEqual([]);
		await button(page, 'Camera').click();
		await expect(page.getByRole('img', { name: /Camera/ })).toBeVisible();
		await expect(page.getByText('The camera is on.')).toBeVisible();
		await expect(exportButton(page)).toBeDisabled();
		// The fake camera's picture moves, and what the network says of it.
		const before = await shown(page, /Camera/);
		await expect
			.poll(async () => String(await shown(page, /Camera/)) !== String(before))
			.toBe(true);
		expect(await tracks()).toEqual(['video live']);

		await button(page, 'Stop camera').click();
		expect(await tracks()).toEqual(['video ended']);
		await expect(button(page, 'Camera')).toBeFocused();
		await expect(page.getByRole('img', { name: /Red ball/ })).toBeVisible();

		await button(page, 'Camera').click();
		await expect(page.getByText('The camera is on.')).toBeVisible();
		await page.getByRole('button', { name: 'Toadstool' }).click();
		expect((await tracks()).at(-1)).toBe('video ended');

		await button(page, 'Camera').click();
		await expect(page.getByText('The camera is on.')).toBeVisible();
		await page.getByRole('link', { name: 'Lessons' }).first().click();
		await expect(page).toHaveURL(/lessons/);
		expect(await tracks()).toEqual(['video ended', 'video ended', 'video ended']);
		expect([...origins]).toEqual([new URL(page.url()).origin]);
	});

	test('shows the network what a file of the same picture does, and keeps it', async ({ page }) => {
		const bytes = [...(await readFile(photo))];
		// A camera before which the picture of the file hangs.
		await page.addInitScript((picture) => {
			navigator.mediaDevices.getUserMedia = async () => {
				const bitmap = await createImageBitmap(new Blob([new Uint8Array(picture)]));
				const canvas = document.createElement('canvas');
				canvas.width = bitmap.width;
				canvas.height = bitmap.height;
				const paint = () => canvas.getContext('2d')!.drawImage(bitmap, 0, 0);
				paint();
				setInterval(paint, 50);
				return canvas.captureStream(20);
			};
		}, bytes);
		await open(page);
		await page.getByLabel('Picture or tensor').setInputFiles(photo);
		const fromFile = await shown(page, /exif-1/);
		await expect(exportButton(page)).toBeEnabled();
		await button(page, 'Camera').click();
		await expect(page.getByRole('img', { name: /Camera/ })).toBeVisible();
		await button(page, 'Keep this picture').click();
		const { input } = await exported(page);
		expect(input).toEqual({ kind: 'camera', name: 'camera', shape: [3, 64, 64] });
		const kept = await shown(page, /Camera/);
		const differences = kept.map((byte, at) => Math.abs(byte - fromFile[at]!));
		const mean = differences.reduce((sum, one) => sum + one, 0) / differences.length;
		// A canvas as camera keeps its colours in this browser; a crop off by one pixel gives far more.
		expect(mean).toBeLessThan(0.5);
		await page.keyboard.press('Control+z');
		await expect(page.getByRole('img', { name: /exif-1/ })).toBeVisible();
	});

	test('that is refused says what to do', async ({ page }) => {
		await page.addInitScript(() => {
			navigator.mediaDevices.getUserMedia = () =>
				Promise.reject(new DOMException('', 'NotAllowedError'));
		});
		await open(page);
		await button(page, 'Camera').click();
		await expect(page.getByRole('alert')).toContainText('The camera was not allowed.');
		await expect(page.getByRole('img', { name: /Red ball/ })).toBeVisible();
		await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).click();
		await expect(page.getByRole('alert')).toHaveCount(0);
	});
});

test('a drawing runs as it is drawn, by pointer and by keyboard, and can be undone', async ({
	page
}) => {
	await open(page);
	await button(page, 'Draw').click();
	await page.getByRole('radio', { name: 'White paper' }).check();
	await expect(exportButton(page)).toBeEnabled();
	const paper = await answers(page);
	await page.getByRole('radio', { name: 'Red' }).check();
	await surface(page).scrollIntoViewIfNeeded();
	const box = (await surface(page).boundingBox())!;
	await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.4);
	await page.mouse.down();
	await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.6, { steps: 8 });
	// The pen is still down.
	await expect.poll(() => answers(page)).not.toBe(paper);
	await page.mouse.up();
	const drawn = await exported(page);
	expect(drawn.input).toEqual({ kind: 'drawing', name: 'drawing', shape: [3, 64, 64] });

	await surface(page).focus();
	await page.keyboard.press('Shift+ArrowLeft');
	await page.keyboard.down('Space');
	for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowDown');
	await page.keyboard.up('Space');
	await expect(surface(page)).toHaveAttribute('aria-valuetext', 'row 64, column 25');
	const byKeys = await exported(page);
	expect(byKeys.logits).not.toEqual(drawn.logits);
	await button(page, 'Undo stroke').click();
	expect((await exported(page)).logits).toEqual(drawn.logits);
	await page.keyboard.press('Control+z');
	expect((await exported(page)).logits).toEqual(byKeys.logits);
});

test('a view is saved with its words, and every value in its own colour', async ({ page }) => {
	await open(page);
	const workers: string[] = [];
	page.on('worker', (worker) => workers.push(worker.url()));
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		button(page, 'Save maps as PNG').click()
	]);
	// A large sheet takes a second: not on the page.
	expect(workers.filter((url) => url.includes('png.worker'))).toHaveLength(1);
	expect(download.suggestedFilename()).toMatch(/-blocks\.1\.0\.ghost1-maps\.png$/);
	const png = [...(await readFile(await download.path()))];
	const screen = page.getByRole('region', { name: 'Maps of this layer' }).locator('canvas');
	const size = await screen.evaluate(({ width, height }: HTMLCanvasElement) => ({ width, height }));
	const magnification = Math.floor(880 / size.width);
	const picture = { ...size, rgba: new Uint8ClampedArray(0) };
	const { marks, width } = layoutView(
		{
			...{ title: '', lines: ['', '', ''], legends: [], footer: '' },
			inputs: [{ name: '', picture: { width: 64, height: 64, rgba: picture.rgba } }],
			bodies: [{ kind: 'picture', picture, magnification, labels: [], names: [] }]
		},
		() => 0
	);
	const box = marks.filter((mark) => mark.kind === 'picture').at(-1)!.box;
	const found = await screen.evaluate(
		async (canvas: HTMLCanvasElement, { png, box, magnification }) => {
			const bitmap = await createImageBitmap(new Blob([new Uint8Array(png)]));
			const paper = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
			paper.drawImage(bitmap, 0, 0);
			const context = canvas.getContext('2d')!;
			const places = Array.from({ length: 200 }, (_, index) => [
				(index * 37) % canvas.width,
				(index * 53) % canvas.height
			]);
			const pairs = places.map(([x = 0, y = 0]) => {
				const left = 2 * (box.left + (x + 0.5) * magnification);
				const top = 2 * (box.top + (y + 0.5) * magnification);
				const there = [...paper.getImageData(Math.floor(left), Math.floor(top), 1, 1).data];
				return { here: [...context.getImageData(x, y, 1, 1).data], there };
			});
			// The gaps between maps are transparent on the page.
			const inMaps = pairs.filter(({ here }) => here[3] === 255);
			const wrong = inMaps.filter(({ here, there }) => here.join() !== there.join());
			// Letters of the title, beside the picture.
			const title = paper.getImageData(2 * 140, 2 * box.top - 220, 400, 60).data;
			const dark = title.filter((byte, at) => at % 4 === 0 && byte < 90).length;
			return { width: bitmap.width, seen: inMaps.length, wrong: wrong.length, dark };
		},
		{ png, box, magnification }
	);
	expect(found.width).toBe(2 * width);
	expect(found.seen).toBeGreaterThan(50);
	expect(found.wrong).toBe(0);
	expect(found.dark).toBeGreaterThan(100);
});

test('every other view is saved too, under a name that says what it shows', async ({ page }) => {
	await open(page);
	const save = async (label: string): Promise<string> => {
		const waiting = page.waitForEvent('download');
		await button(page, label).click();
		const download = await waiting;
		const bytes = await readFile(await download.path());
		expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
		// Width and height stand in the header; a sheet is twice as fine as the page.
		for (const at of [16, 20]) expect(bytes.readUInt32BE(at)).toBeGreaterThan(2 * 200);
		return download.suggestedFilename().replace(/^repghost-notebook-.*-training-time-/, '');
	};
	expect(await save('Save this part as PNG')).toBe('stages.png');
	expect(await save('Save cost as PNG')).toBe('cost.png');
	await button(page, 'Follow this number').click();
	expect(await save('Save this number as PNG')).toBe('blocks.1.0.ghost1-number.png');
	await page.getByRole('heading', { name: 'Kernels', exact: true }).scrollIntoViewIfNeeded();
	expect(await save('Save kernels as PNG')).toBe('blocks.1.0.ghost1.primary_conv.0-kernels.png');
	await button(page, 'Compare').click();
	expect(await save('Save answers and cost as PNG')).toBe('compared-answers.png');
	expect(await save('Save this chart as PNG')).toBe('compared-layers.png');
	expect(await save('Save operations as PNG')).toBe('compared-operations.png');
	expect(await save('Save compared maps as PNG')).toBe('compared-blocks.1.0.ghost1-maps.png');
});
