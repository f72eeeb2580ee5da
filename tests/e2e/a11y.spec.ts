/**
 * axe on every page that was built, in every dress. The list of pages is read from the build, so a
 * new page is covered by being there.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { expectNoFault, type Dress } from '../support/axe.ts';
import { test } from '../support/live-page.ts';

/** The text of all lessons. */
const content = fileURLToPath(new URL('../../content/lessons', import.meta.url));
const lessons = readdirSync(content)
	.map((folder) => readFileSync(`${content}/${folder}/index.md`, 'utf8'))
	.join('\n');

const build = fileURLToPath(new URL('../../build', import.meta.url));
const pages = readdirSync(build, { recursive: true, encoding: 'utf8' })
	.map((file) => file.replaceAll('\\', '/'))
	.filter((file) => file === 'index.html' || file.endsWith('/index.html'))
	.map((file) => (file === 'index.html' ? './' : `./${dirname(file)}/`))
	.filter(isLookedAt)
	.concat('./no-such-page/');

/**
 * Pages that are made alike, of which one stands for all: a figure in a frame, and a figure alone, if it
 * stands in a lesson, where it is looked at too.
 */
function isLookedAt(path: string): boolean {
	const [, kind, name = ''] = /^\.\/(embed|gallery)\/([^/]+)\//.exec(path) ?? [];
	if (name === 'batch-norm-line') return true;
	if (kind === 'gallery') return !new RegExp(`(?:figure |name: )${name}\\b(?!-)`).test(lessons);
	return kind !== 'embed';
}

/** A page is loaded once for each profile, and then changes its dress as a reader's system would. */
const profiles: readonly { name: string; query: string; dresses: readonly Dress[] }[] = [
	{
		name: 'as it comes',
		query: '',
		dresses: [
			['light', 1280],
			['dark', 1280],
			['dark', 320],
			['light', 320]
		]
	},
	{
		name: 'at the projector',
		query: '?profile=projector',
		dresses: [
			['light', 1920],
			['dark', 1920]
		]
	}
];

async function started(page: Page): Promise<void> {
	await page.evaluate(() => document.fonts.ready);
}

/**
 * A figure alone, which stands in a lesson or on a page as well, and pages of a lesson for teachers, which are
 * text alone, are looked at in each theme and at each width once; all others in every pair, and with the
 * projector's profile.
 */
const isLookedAtOnce = (path: string): boolean => /(?:gallery|embed|teach)\/./.test(path);
const once: readonly Dress[] = [
	['light', 1280],
	['dark', 320]
];

for (const cell of ['', 'how-many-taps', 'step-by-step']) {
	test(`the presented screen "${cell}" has no fault that axe knows`, async ({ page }) => {
		await page.goto(`./lessons/folding-the-branches/?present#${cell}`);
		await expect(page.getByRole('group', { name: 'Presenter' })).toBeVisible();
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
		await expectNoFault(page, [
			['light', 1920],
			['dark', 320]
		]);
	});
}

for (const { name, query, dresses } of profiles) {
	for (const path of pages.filter((page) => query === '' || !isLookedAtOnce(page))) {
		test(`${path} ${name} has no fault that axe knows`, async ({ page }) => {
			await page.goto(path + query);
			await started(page);
			await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
			await expectNoFault(page, isLookedAtOnce(path) ? once : dresses);
		});
	}

	for (const dialog of ['Settings', 'Keyboard help']) {
		test(`the dialog ${dialog} ${name} has no fault that axe knows`, async ({ page }) => {
			await page.goto(`./${query}`);
			await started(page);
			await page.getByRole('button', { name: dialog }).click();
			await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
			await expectNoFault(page, dresses);
		});
	}
}
