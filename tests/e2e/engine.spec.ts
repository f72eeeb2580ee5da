/** The engine in a real browser: fetched only when needed, other backends, a lost graphics context. */
import { open, rm } from 'node:fs/promises';
import { expect, type Page, type Worker } from '@playwright/test';
import { test } from '../support/live-page.ts';
import { randomPicture } from '#lib/core/network/random-weights.ts';
import { serializeNpy } from '#lib/export/npy.ts';

const exportButton = (page: Page) => page.getByRole('button', { name: 'Export results (JSON)' });

/** A tensor so small that graphics in software finish in seconds. */
function smallTensor(): { name: string; mimeType: string; buffer: Buffer } {
	const { data } = randomPicture([1, 3, 32, 32], 1);
	return {
		name: 'small.npy',
		mimeType: 'application/octet-stream',
		buffer: Buffer.from(serializeNpy({ shape: [3, 32, 32], data }))
	};
}

async function openWithSmallTensor(page: Page): Promise<void> {
	await page.goto('./network/');
	await expect(exportButton(page)).toBeEnabled({ timeout: 40_000 });
	await page.getByLabel('Picture or tensor').setInputFiles(smallTensor());
	await expect(page.getByText('small.npy').first()).toBeVisible();
	await expect(exportButton(page)).toBeEnabled({ timeout: 40_000 });
}

test('a lesson fetches no TensorFlow.js before its first live figure nears', async ({ page }) => {
	const requests: string[] = [];
	page.on('request', (request) => requests.push(request.url()));
	const engine = () => requests.filter((url) => /live\.worker|\.wasm/.test(url));
	await page.goto('./lessons/folding-the-branches/');
	await page.waitForLoadState('networkidle');
	expect(page.workers()).toHaveLength(0);
	expect(engine()).toEqual([]);
	await page.getByRole('region', { name: 'Fold stepper' }).scrollIntoViewIfNeeded();
	await expect(async () => expect(engine().length).toBeGreaterThan(0)).toPass();
});

test('on a page whose live part nears the screen, only wasm is fetched', async ({ page }) => {
	const binaries: string[] = [];
	page.on('request', (request) => {
		if (request.url().endsWith('.wasm')) binaries.push(request.url());
	});
	await page.goto('./network/');
	await expect(exportButton(page)).toBeEnabled({ timeout: 40_000 });
	// TensorFlow.js's, and this project's own kernels beside it.
	expect(binaries).toHaveLength(2);
	expect(binaries.filter((url) => url.includes('/kernels-'))).toHaveLength(1);
	expect(binaries.filter((url) => url.includes('-wasm-simd-'))).toHaveLength(1);
	await expect(page.getByText('Runs on wasm (one thread)')).toBeVisible();
});

test('webgl survives the loss of its context', async ({ page }) => {
	test.setTimeout(240_000);
	await openWithSmallTensor(page);
	const worker = page.workers()[0]!;
	await recordContexts(worker);
	await page.getByLabel('Backend').selectOption('webgl');
	await expect(page.getByText('Runs on webgl')).toBeVisible({ timeout: 90_000 });
	await expect(exportButton(page)).toBeEnabled({ timeout: 90_000 });
	const before = await page.getByRole('table', { name: 'Predictions' }).innerText();

	expect(await loseContexts(worker)).toBeGreaterThan(0);
	await page.getByText('Folded', { exact: true }).click();
	await expect(exportButton(page)).toBeDisabled();
	await expect(exportButton(page)).toBeEnabled({ timeout: 120_000 });
	await expect(page.getByRole('alert')).toHaveCount(0);
	expect(await page.getByRole('table', { name: 'Predictions' }).innerText()).toBe(before);
});

test('a 300 MB file that is no network is refused, and the page answers meanwhile', async ({
	page
}, testInfo) => {
	const path = testInfo.outputPath('large.safetensors');
	const file = await open(path, 'w');
	await file.truncate(300 * 1024 * 1024);
	await file.close();
	await page.goto('./network/');
	await expect(exportButton(page)).toBeEnabled({ timeout: 40_000 });
	const predictions = await page.getByRole('table', { name: 'Predictions' }).innerText();
	await page.evaluate(() => {
		const gaps = { longest: 0 };
		let last = performance.now();
		const tick = (now: number) => {
			gaps.longest = Math.max(gaps.longest, now - last);
			last = now;
			requestAnimationFrame(tick);
		};
		requestAnimationFrame(tick);
		Object.assign(window, { gaps });
	});
	await page.getByLabel('Weights file').setInputFiles(path);
	await expect(page.getByRole('alert')).toContainText('header');
	// A frozen page draws nothing; two seconds leave room for a busy test machine.
	const longest = await page.evaluate(
		() => (window as unknown as { gaps: { longest: number } }).gaps.longest
	);
	expect(longest).toBeLessThan(2000);
	expect(await page.getByRole('table', { name: 'Predictions' }).innerText()).toBe(predictions);
	await expect(exportButton(page)).toBeEnabled();
	await rm(path);
});

/** From now on remembers every graphics context that the worker makes. */
async function recordContexts(worker: Worker): Promise<void> {
	await worker.evaluate(() => {
		const contexts: WebGLRenderingContext[] = [];
		Object.assign(globalThis, { contexts });
		const original = OffscreenCanvas.prototype.getContext;
		OffscreenCanvas.prototype.getContext = function (
			this: OffscreenCanvas,
			...parameters: [never]
		) {
			const context = original.apply(this, parameters) as unknown;
			if (context instanceof WebGL2RenderingContext) contexts.push(context);
			return context;
		} as typeof original;
	});
}

/** Loses every context that is alive, as a reset of the graphics card does. */
async function loseContexts(worker: Worker): Promise<number> {
	return worker.evaluate(() => {
		const { contexts } = globalThis as unknown as { contexts: WebGLRenderingContext[] };
		const alive = contexts.filter((context) => !context.isContextLost());
		for (const context of alive) context.getExtension('WEBGL_lose_context')?.loseContext();
		return alive.length;
	});
}
