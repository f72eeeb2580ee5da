/** The lab by role and name: a run ends, stops, is kept and exported. No time is ever compared. */
import { readFile } from 'node:fs/promises';
import { expect as quickExpect, type Page } from '@playwright/test';
import { test } from '../support/live-page.ts';
import * as v from 'valibot';
import { measurementsSchema } from '#lib/export/measurements.ts';

/** Patient: on a busy machine a measurement takes its time. */
const expect = quickExpect.configure({ timeout: 30_000 });

test.describe.configure({ timeout: 90_000 });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const kept = (page: Page) =>
	page.getByRole('region', { name: 'Measurements kept on this device' }).getByRole('listitem');

/** Opens a small experiment, so that a run is short. */
async function open(page: Page, query = '?shape=4x8&rounds=40'): Promise<void> {
	await page.goto(`./lab/${query}`);
	await expect(page.getByRole('heading', { level: 1, name: 'Lab' })).toBeVisible();
}

async function measure(page: Page): Promise<void> {
	await button(page, 'Measure').click();
	await expect(page.getByText(/^Measured on wasm: \d+ rounds\.$/).first()).toBeAttached();
}

async function exported(page: Page, kind: 'JSON' | 'CSV'): Promise<string> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		button(page, `Export measurements (${kind})`).click()
	]);
	return readFile(await download.path(), 'utf8');
}

test('a run ends with a verdict, is kept, and is exported', async ({ page }) => {
	await open(page);
	await expect(button(page, 'Export measurements (JSON)')).toBeDisabled();
	await measure(page);
	await expect(page.getByRole('figure')).toContainText(/Nothing is faster than Concat to 4/);
	await expect(page.getByRole('figure')).toContainText('Noise floor: Concat to 4 channels');
	await page.reload();
	await expect(kept(page)).toHaveCount(1);

	const { measurements } = v.parse(measurementsSchema, JSON.parse(await exported(page, 'JSON')));
	expect(measurements).toHaveLength(1);
	expect(measurements[0]).toMatchObject({ backend: 'wasm', roundsWanted: 40, hidden: false });
	expect(measurements[0]!.rounds).toHaveLength(40);
	const lines = (await exported(page, 'CSV')).trimEnd().split('\r\n');
	expect(lines).toHaveLength(1 + 40 * 5);
	expect(lines[0]).toMatch(/^measurement,taken,backend,round,place,thing/);

	await kept(page).getByRole('button', { name: /^Show/ }).click();
	await expect(page.getByRole('figure')).toContainText('Noise floor');
	await kept(page)
		.getByRole('button', { name: /^Remove/ })
		.click();
	await expect(kept(page)).toHaveCount(0);
	await expect(button(page, 'Export measurements (CSV)')).toBeDisabled();
});

test('a run can be stopped, which leaves medians and no verdict', async ({ page }) => {
	await open(page, '?what=bottleneck&rounds=160');
	await button(page, 'Measure').focus();
	await page.keyboard.press('Enter');
	await expect(page.getByText(/^Measuring on wasm: round \d+ of 160$/)).toBeVisible();
	await expect(button(page, 'Measure')).toBeFocused();
	await expect(page.getByRole('radio', { name: 'Modules' })).toBeDisabled();
	await button(page, 'Stop').click();
	await expect(page.getByText(/^Stopped after \d+ of 160 rounds: medians/)).toBeVisible();
	await expect(page.getByText('Noise floor:')).toHaveCount(0);
	await expect(page.getByRole('radio', { name: 'Modules' })).toBeEnabled();
});

test('a page out of sight is noticed and said', async ({ page }) => {
	await open(page, '?what=bottleneck&rounds=40');
	await button(page, 'Measure').click();
	await expect(page.getByText(/^Measuring on wasm/)).toBeVisible();
	await page.evaluate(() => {
		Object.defineProperty(document, 'hidden', { value: true, configurable: true });
		document.dispatchEvent(new Event('visibilitychange'));
	});
	const said = 'The page was out of sight for a while. Browsers slow such pages down.';
	await expect(page.getByText(said).first()).toBeVisible();
	await expect(page.getByText(/^Measured on wasm/).first()).toBeAttached();
	await expect(page.getByRole('figure').getByText(said)).toBeVisible();
});

test('choices go into the address and come back; nothing is fetched before Measure', async ({
	page
}) => {
	await open(page, '');
	await page.getByRole('radio', { name: 'Bottlenecks' }).check({ force: true });
	await page.getByRole('radio', { name: 'MACs' }).check({ force: true });
	await page.getByLabel('Bottleneck of the network').selectOption('16');
	await expect(page).toHaveURL(/what=bottleneck&fair=macs&place=16/);
	await page.reload();
	await expect(page.getByRole('radio', { name: 'MACs' })).toBeChecked();
	await expect(page.getByRole('table', { name: 'Things to be timed' })).toContainText('RepGhost');
	expect(page.workers()).toHaveLength(0);
	await page.goto('./lab/?shape=17x112');
	await expect(page.getByText('Not understood in the address and left out: shape.')).toBeVisible();
});
