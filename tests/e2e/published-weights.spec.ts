/** Published weights: asked for, fetched from a hub that the test plays, kept, removed, refused. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect as quickExpect, type Page } from '@playwright/test';
import * as v from 'valibot';
import { createArchitecture } from '#lib/core/network/architecture.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { NETWORK_GAINS, randomStateDict } from '#lib/core/network/random-weights.ts';
import { resultsSchema } from '#lib/export/results.ts';
import { timmFile } from '../support/weight-files.ts';
import { axeFaults } from '../support/axe.ts';
import { test } from '../support/live-page.ts';

const expect = quickExpect.configure({ timeout: 30_000 });

test.describe.configure({ timeout: 120_000 });

const SLUG = 'repghostnet_050.in1k';
const NAME = 'RepGhostNet 0.5×';

function makeFile(): Buffer {
	const graph = buildNetwork(createArchitecture('repghostnet', { width: 0.5 }), 'training-time');
	return Buffer.from(timmFile(randomStateDict(graph, 1, NETWORK_GAINS.repghostnet)));
}

/** Answers in place of the hub and of the host that it sends downloads on to; gives the log of requests. */
async function playHub(page: Page, file: Buffer, sent: () => Buffer | null): Promise<string[]> {
	const log: string[] = [];
	const cors = { 'access-control-allow-origin': '*' };
	const oid = createHash('sha256').update(file).digest('hex');
	const entry = { type: 'file', path: 'model.safetensors', size: file.length };
	await page.route('https://huggingface.co/**', async (route) => {
		const address = new URL(route.request().url());
		log.push(address.pathname);
		if (address.pathname === `/api/models/timm/${SLUG}/tree/main`) {
			const lfs = { oid, size: file.length, pointerSize: 132 };
			return route.fulfill({ json: [{ ...entry, lfs }], headers: cors });
		}
		const body = sent();
		return body ? route.fulfill({ body, headers: cors }) : route.abort('connectionreset');
	});
	return log;
}

const model = (page: Page) => page.getByRole('combobox', { name: 'Model' });
const panel = (page: Page) => page.getByRole('region', { name: `${NAME}, published weights` });
const download = (page: Page) => panel(page).getByRole('button', { name: 'Download' });
const exportButton = (page: Page) => page.getByRole('button', { name: 'Export results (JSON)' });
const kept = (page: Page) => page.getByText('Kept on this computer: one network');

async function open(page: Page, query = ''): Promise<void> {
	await page.goto(`./network/${query}`);
	await expect(exportButton(page)).toBeEnabled();
}

test('are fetched on request, kept for a visit without the hub, and removed', async ({ page }) => {
	const file = makeFile();
	let isUp = true;
	const log = await playHub(page, file, () => (isUp ? file : null));
	await open(page);
	await model(page).selectOption(SLUG);
	await expect(panel(page)).toContainText('about 9.');
	await expect(download(page)).toBeEnabled();
	expect(log).toEqual([]);

	await download(page).click();
	await expect(page.getByText(`${NAME}, training-time form, ran in`)).toBeVisible();
	expect(log).toEqual([
		`/api/models/timm/${SLUG}/tree/main`,
		`/timm/${SLUG}/resolve/main/model.safetensors`
	]);
	await expect(model(page)).toHaveValue(SLUG);
	await expect(panel(page)).toHaveCount(0);
	await expect(model(page)).toBeFocused();
	const [saved] = await Promise.all([page.waitForEvent('download'), exportButton(page).click()]);
	const results = v.parse(resultsSchema, JSON.parse(await readFile(await saved.path(), 'utf8')));
	expect(results.model).toMatchObject({ name: NAME, classes: 1000 });
	expect(results.top[0]!.label).not.toMatch(/^class \d/);
	await expect(page.getByRole('table', { name: 'Predictions' })).toContainText(
		results.top[0]!.label
	);

	isUp = false;
	log.length = 0;
	await page.reload();
	await expect(page.getByText(`${NAME}, training-time form, ran in`)).toBeVisible();
	expect(log).toEqual([]);
	await kept(page).click();
	await page.getByRole('button', { name: `Remove ${NAME}` }).click();
	await expect(page.getByText('Kept on this computer: nothing')).toBeFocused();
	await expect(model(page)).toHaveValue(SLUG);

	await page.reload();
	await expect(panel(page)).toBeVisible();
	await expect(exportButton(page)).toBeEnabled();
	expect(log).toEqual([]);
});

test('that arrive damaged are refused, and what was there stays', async ({ page }) => {
	const problems: string[] = [];
	page.on('console', (message) => {
		if (/content security policy/i.test(message.text())) problems.push(message.text());
	});
	const file = makeFile();
	const damaged = Buffer.from(file);
	damaged[damaged.length - 1]! ^= 1;
	let sent: Buffer | null = null;
	await playHub(page, file, () => sent);
	await open(page);
	await model(page).selectOption(SLUG);
	await download(page).click();
	await expect(page.getByRole('alert')).toContainText('huggingface.co could not be reached.');
	sent = damaged;
	await panel(page).getByRole('button', { name: 'Try again' }).click();
	await expect(page.getByRole('alert')).toContainText('The file was refused: expected the SHA-256');
	expect(await axeFaults(page, '.network')).toEqual([]);
	await expect(kept(page)).toHaveCount(0);
	await expect(exportButton(page)).toBeEnabled();
	await panel(page).getByRole('button', { name: 'Not now' }).click();
	await expect(model(page)).toHaveValue('scenes-repghost');
	await expect(model(page)).toBeFocused();
	await expect(page.getByRole('alert')).toHaveCount(0);
	expect(problems).toEqual([]);
});

test('come with a bar that says how far they are, and can be cancelled', async ({ page }) => {
	const file = makeFile();
	let release = (): void => undefined;
	const held = new Promise<void>((done) => (release = done));
	await playHub(page, file, () => file);
	await page.route('https://huggingface.co/timm/**', async (route) => {
		await held;
		await route.abort();
	});
	await open(page);
	await model(page).selectOption(SLUG);
	await download(page).focus();
	await page.keyboard.press('Enter');
	const bar = page.getByRole('progressbar', { name: `Downloading ${NAME}` });
	await expect(bar).toHaveAttribute('aria-valuetext', /^0 B of 9\.\d+ MB$/);
	await expect(panel(page).getByRole('button', { name: 'Cancel' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(download(page)).toBeFocused();
	release();
	await expect(page.getByRole('alert')).toHaveCount(0);
});
