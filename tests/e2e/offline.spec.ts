/**
 * A lesson without a network: the start page is visited once, then the server is gone, and the browser
 * offline. The server is this file's own, so that it can refuse: setting a browser offline does not
 * reach everything that a service worker may ask.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect as quickExpect, type Page } from '@playwright/test';
import { test } from '../support/live-page.ts';
import { buildFolder } from '../../src/cli/project.mjs';
import { siteHandler } from '../../src/cli/serve.mjs';
import { COPY_HEADER, LIST_ADDRESS } from '../../src/lib/offline/addresses.ts';

/** Patient: the whole site is fetched, and on a busy machine figures take a while. */
const expect = quickExpect.configure({ timeout: 60_000 });

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ timeout: 240_000 });

const base = process.env.BASE_PATH ?? '';
let server: Server;
let site: string;
/** Addresses that the server was asked for. */
let asked: string[];
/** Whether the server has nothing for a copy but the list of its files. */
let copiesRefused: boolean;

test.beforeEach(async () => {
	asked = [];
	copiesRefused = false;
	const answer = siteHandler(buildFolder, base);
	server = createServer((request, response) => {
		const url = request.url ?? '';
		asked.push(url);
		const isOfCopy = COPY_HEADER in request.headers && !url.endsWith(LIST_ADDRESS);
		if (copiesRefused && isOfCopy) request.socket.destroy();
		else answer(request, response);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	site = `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}/`;
});

test.afterEach(() => stopServer());

async function stopServer(): Promise<void> {
	if (!server.listening) return;
	const closed = new Promise((resolve) => server.close(resolve));
	server.closeAllConnections();
	await closed;
}

async function makeReady(page: Page): Promise<void> {
	await page.goto(site);
	await page.getByRole('button', { name: 'Settings' }).click();
	const settings = page.getByRole('dialog', { name: 'Settings' });
	await settings.getByRole('button', { name: 'Make ready now' }).click();
	await expect(settings.getByRole('progressbar')).toBeVisible();
	await expect(
		settings.getByText(/Ready for teaching without a network: all \d+ files/)
	).toBeVisible();
}

/** Through all screens of the presented lesson; its stepper answers on the way. */
async function walkLesson(page: Page): Promise<void> {
	await page.goto(`${site}lessons/folding-the-branches/?present`);
	const presenter = page.getByRole('group', { name: 'Presenter' });
	const difference = page.getByRole('status', { name: 'Largest difference' }).first();
	const where = presenter.getByText(/^Screen/);
	for (let screen = 1; screen <= 8; screen++) {
		await expect(where).toHaveText(`Screen ${screen} of 8`);
		if (screen === 4) {
			const step = page.getByRole('slider', { name: 'Step' });
			for (let to = 2; to <= 9; to++) await step.press('ArrowRight');
			await expect(page.getByText('Step 9 of 11', { exact: true })).toBeVisible();
			await expect(difference).toHaveText(/\d(\.\d)?e-\d+|^0/);
		}
		// A cell that is taller than the screen is gone through part by part.
		while (screen < 8 && (await where.innerText()) === `Screen ${screen} of 8`) {
			await presenter.getByRole('button', { name: 'Next screen' }).click();
		}
	}
	await presenter.getByRole('button', { name: 'Back to reading' }).click();
}

test('after one visit a lesson is taught to its end without a network', async ({
	page,
	context
}) => {
	await makeReady(page);
	const elsewhere: string[] = [];
	page.on('request', (request) => {
		if (!request.url().startsWith(site) && /^http/.test(request.url()))
			elsewhere.push(request.url());
	});
	await stopServer();
	await context.setOffline(true);
	asked = [];

	await walkLesson(page);

	await page.getByText('Show the code').first().click();
	const run = page.getByRole('button', { name: 'Run', exact: true }).first();
	await run.click();
	await expect(page.getByRole('log', { name: 'Output' }).first()).toContainText('=');

	const exercise = page.locator('#order-of-fold');
	await exercise.getByRole('button', { name: 'Check' }).click();
	await expect(exercise.getByText('✕ Not yet.')).toBeVisible();

	await page.getByRole('link', { name: 'Network', exact: true }).first().click();
	await expect(page.getByRole('table', { name: 'Predictions' }).getByRole('row')).not.toHaveCount(
		0
	);
	await expect(page.getByRole('button', { name: 'Export results (JSON)' })).toBeEnabled();

	await page.getByRole('link', { name: 'For teachers' }).click();
	await page.getByRole('link', { name: /Guide/ }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('in class');
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('in class');

	await page.goto(`${site}embed/fold-stepper/`);
	await expect(page.getByRole('status', { name: 'Largest difference' })).toHaveText(/e-\d|^0/);
	await page.goto(`${site}lessons/no-such-lesson/`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	expect(asked).toEqual([]);
	expect(elsewhere).toEqual([]);
});

/** How many there are in the copy of what the engine's worker has fetched: its kernels, and weights. */
async function countEngineFiles(): Promise<number> {
	const engine = /simd-.*\.wasm$|\/scenes-repghost\.safetensors$/;
	const copies = (await caches.keys()).filter((name) => name.includes(':site:'));
	const kept = copies.map(async (name) => (await caches.open(name)).keys());
	return (await Promise.all(kept)).flat().filter(({ url }) => engine.test(url)).length;
}

test('what the first page and its workers have loaded is kept before any copy is made', async ({
	page,
	context
}) => {
	copiesRefused = true;
	await page.goto(`${site}network/`);
	const predictions = page.getByRole('table', { name: 'Predictions' }).getByRole('row');
	await expect(predictions).not.toHaveCount(0);
	await expect.poll(() => page.evaluate(countEngineFiles)).toBe(2);
	await stopServer();
	await context.setOffline(true);
	await page.reload();
	await expect(predictions).not.toHaveCount(0);
});
