/**
 * From picking a published 0.5x that is kept on this computer to its first prediction on the page, in the
 * built site and a real browser: with another network on view before, and by opening a link. The weights
 * are made up; hashing, reading, uploading and running are those of the published ones.
 */
import { createHash } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright';
import { createArchitecture } from '#lib/core/network/architecture.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { NETWORK_GAINS, randomStateDict } from '#lib/core/network/random-weights.ts';
import { HUB } from '#lib/engine/weight-places.ts';
import { timmFile } from '../support/weight-files.ts';
import { onBuiltSite } from './built-site.ts';
import type { Measurement } from './report.ts';
import { quantile, summarizeSideBySide } from './side-by-side.ts';

const SLUG = 'repghostnet_050.in1k';
const RAN = 'RepGhostNet 0.5×, training-time form, ran in';
const ROUNDS = 7;

/** Measures in the built site, made beforehand. */
export function measureFirstPrediction(): Promise<Measurement> {
	return onBuiltSite(async (browser, address) => {
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
		await playHub(context);
		const page = await context.newPage();
		await page.goto(`${address}network/?model=${SLUG}`);
		await page.getByRole('button', { name: 'Download' }).click();
		await page.getByText(RAN).waitFor();
		const picked: number[] = [];
		const opened: number[] = [];
		for (let round = 0; round < ROUNDS; round++) {
			await page.goto(`${address}network/`);
			await page.getByText('RepGhost, BN branch, training-time form, ran in').waitFor();
			picked.push(await pick(page));
			await page.goto(`${address}network/?model=${SLUG}`);
			opened.push(await timeOf(page));
		}
		const times = new Map(Object.entries({ 'picked in the menu': picked, 'by a link': opened }));
		const summary = (list: readonly number[]) => ({
			median: quantile(list, 0.5),
			p95: quantile(list, 0.95)
		});
		return {
			tables: [
				{
					title: 'A kept 0.5x, from the reader’s wish to its first prediction; ratio to the first',
					unit: 'ms',
					rows: summarizeSideBySide(times)
				}
			],
			milliseconds: {
				first_prediction_picked: summary(picked),
				first_prediction_by_link: summary(opened)
			}
		};
	});
}

/** Answers in place of the hub, once. */
async function playHub(context: BrowserContext): Promise<void> {
	const graph = buildNetwork(createArchitecture('repghostnet', { width: 0.5 }), 'training-time');
	const body = Buffer.from(timmFile(randomStateDict(graph, 1, NETWORK_GAINS.repghostnet)));
	const oid = createHash('sha256').update(body).digest('hex');
	const headers = { 'access-control-allow-origin': '*' };
	await context.route(`${HUB}/**`, (route) => {
		const size = body.length;
		const entry = { type: 'file', path: 'model.safetensors', size, lfs: { oid, size } };
		return route.request().url().includes('/tree/')
			? route.fulfill({ json: [entry], headers })
			: route.fulfill({ body, headers });
	});
}

/** Picks it in the menu; milliseconds until the page says that it ran. */
async function pick(page: Page): Promise<number> {
	const menu = page.getByRole('combobox', { name: 'Model' });
	const started = await menu.evaluate((select: HTMLSelectElement, slug) => {
		const now = performance.now();
		select.value = slug;
		select.dispatchEvent(new Event('change', { bubbles: true }));
		return now;
	}, SLUG);
	return (await timeOf(page)) - started;
}

/** When the page shows that the network ran, in milliseconds since the page was asked for. */
function timeOf(page: Page): Promise<number> {
	return page.evaluate(async (words) => {
		while (!document.querySelector('main')?.textContent.includes(words)) {
			await new Promise((resolve) => requestAnimationFrame(resolve));
		}
		return performance.now();
	}, RAN);
}
