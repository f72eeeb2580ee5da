/**
 * axe on a page that stands still. It runs in the page itself and hands over faults alone: what it found in
 * order is a hundred times as long, and getting it out of the page took longer than looking. For this it
 * leaves out frames of other origins, of which the site shows none.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** A page changes its dress as a reader's system and window would, without being loaded again. */
export type Dress = readonly [colorScheme: 'light' | 'dark', width: number];

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds wrong, short enough to read in a test's output.
 * @param within a selector; without one the whole page
 */
export async function axeFaults(page: Page, within?: string): Promise<string[]> {
	const builder = new AxeBuilder({ page }).setLegacyMode();
	if (within !== undefined) builder.include(within);
	const { violations } = await builder
		.options({
			runOnly: { type: 'tag', values: tags },
			// Of a part that was scrolled to, the bar at the top may cover what a reader would scroll free.
			rules: { 'target-size': { enabled: within === undefined } },
			resultTypes: ['violations']
		})
		.analyze();
	return violations.map(({ id, nodes }) => {
		return `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`;
	});
}

/** Colours that change with the dress, and drawings that follow the width, have come to rest. */
async function settled(page: Page): Promise<void> {
	await page.evaluate(async () => {
		for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
		const moving = document.getAnimations().filter(({ effect }) => {
			return effect?.getComputedTiming().endTime !== Infinity;
		});
		await Promise.allSettled(moving.map(({ finished }) => finished));
	});
}

/**
 * Looks at the page, or the part within a selector, in each dress; all faults are reported, not only those of
 * the first. A page that is wider than the window is one.
 */
export async function expectNoFault(
	page: Page,
	dresses: readonly Dress[],
	within?: string
): Promise<void> {
	for (const [colorScheme, width] of dresses) {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width, height: 900 });
		await settled(page);
		const dress = `${colorScheme}, ${width} px`;
		expect.soft(await axeFaults(page, within), dress).toEqual([]);
		const hiddenAtTheSide = await page.evaluate(() => {
			const { scrollWidth, clientWidth } = document.documentElement;
			return scrollWidth - clientWidth;
		});
		expect.soft(hiddenAtTheSide, `${dress}: overflow`).toBe(0);
	}
}
