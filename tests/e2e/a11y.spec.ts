/**
 * axe on every page that was built, in every dress. The list of pages is read from the build, so a
 * new page is covered by being there.
 */
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const build = fileURLToPath(new URL('../../build', import.meta.url));
const pages = readdirSync(build, { recursive: true, encoding: 'utf8' })
	.map((file) => file.replaceAll('\\', '/'))
	.filter((file) => file === 'index.html' || file.endsWith('/index.html'))
	.map((file) => (file === 'index.html' ? './' : `./${dirname(file)}/`))
	.concat('./no-such-page/');

const dresses = [
	{ name: 'light', query: '?theme=light', width: 1280 },
	{ name: 'dark', query: '?theme=dark', width: 1280 },
	{ name: 'projector', query: '?theme=light&profile=projector', width: 1920 },
	{ name: 'projector in the dark', query: '?theme=dark&profile=projector', width: 1920 },
	{ name: '320 px', query: '?theme=light', width: 320 }
];

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe found wrong, short enough to read in a test's output. */
async function violations(page: Page): Promise<string[]> {
	const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze();
	return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

async function started(page: Page): Promise<void> {
	await page.waitForFunction(() => document.querySelector('#svelte-announcer') !== null);
	await page.evaluate(() => document.fonts.ready);
}

/** Figures are seen in every dress on the pages that use them; alone, in the one that asks most. */
const hardest: typeof dresses = [{ name: 'dark, 320 px', query: '?theme=dark', width: 320 }];
const dressesOf = (path: string): typeof dresses => (/gallery\/./.test(path) ? hardest : dresses);

for (const path of pages) {
	for (const { name, query, width } of dressesOf(path)) {
		test(`${path} in ${name} has no fault that axe knows`, async ({ page }) => {
			await page.setViewportSize({ width, height: 900 });
			await page.goto(path + query);
			await started(page);
			await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
			expect(await violations(page)).toEqual([]);
			const hiddenAtTheSide = await page.evaluate(() => {
				const { scrollWidth, clientWidth } = document.documentElement;
				return scrollWidth - clientWidth;
			});
			expect(hiddenAtTheSide).toBe(0);
		});
	}
}

for (const dialog of ['Settings', 'Keyboard help']) {
	for (const { name, query, width } of dresses) {
		test(`the dialog ${dialog} in ${name} has no fault that axe knows`, async ({ page }) => {
			await page.setViewportSize({ width, height: 900 });
			await page.goto(`./${query}`);
			await started(page);
			await page.getByRole('button', { name: dialog }).click();
			await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
			expect(await violations(page)).toEqual([]);
		});
	}
}
