/** A figure in the frame of another site, whose storage the browser keeps from it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { test } from '../support/live-page.ts';

/** Another origin: the same machine, another port. */
async function hostPage(html: string): Promise<{ address: string; server: Server }> {
	const server = createServer((_, response) => {
		response.setHeader('content-type', 'text/html');
		response.end(html);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { address: `http://127.0.0.1:${port}/`, server };
}

test('it runs without storage, and tells the page around it its height alone', async ({
	page,
	baseURL
}) => {
	const { address, server } = await hostPage(
		`<!doctype html><title>A course</title><script>
			var heard = [];
			addEventListener('message', function (event) { heard.push(event.data); });
		</script><iframe src="${baseURL}embed/batch-norm-line/" title="Figure" width="900" height="500"></iframe>`
	);
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(error.message));
	// As a browser does that blocks third-party storage.
	await page.addInitScript(() => {
		if (window === window.top) return;
		for (const name of ['localStorage', 'sessionStorage']) {
			Object.defineProperty(window, name, {
				get: () => {
					throw new DOMException('Access is denied for this document.', 'SecurityError');
				}
			});
		}
	});
	try {
		await page.goto(address);
		const frame = page.frameLocator('iframe');
		await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Batch norm is a line');
		await expect(frame.getByRole('navigation')).toHaveCount(0);
		const slider = frame.getByRole('slider').first();
		const before = await slider.inputValue();
		await slider.focus();
		await page.keyboard.press('ArrowRight');
		await expect(slider).not.toHaveValue(before);
		const heard = () => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
		await expect.poll(async () => (await heard()).length).toBeGreaterThan(0);
		for (const message of await heard()) {
			const { height, ...rest } = message as { height: number };
			expect(rest).toEqual({ type: 'repghost-notebook:height' });
			expect(height).toBeGreaterThan(200);
		}
		expect(faults).toEqual([]);
	} finally {
		server.close();
	}
});

test('the gallery gives the frame to copy, which opens the example', async ({ page }) => {
	await page.goto('./gallery/batch-norm-line/');
	await page.getByText('To put it into another site').click();
	const lines = await page
		.getByRole('region', { name: /^Frame for another site/ })
		.or(page.locator('pre'))
		.filter({ hasText: '<iframe' })
		.first()
		.innerText();
	const [, source] = /src="([^"]+)"/.exec(lines) ?? [];
	expect(source).toContain('/embed/batch-norm-line/');
	await page.goto(source ?? '');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Batch norm is a line');
	await page.goto('./embed/batch-norm-line/?example=77');
	await expect(
		page.getByText('Not understood in the address and left out: example.')
	).toBeVisible();
});
