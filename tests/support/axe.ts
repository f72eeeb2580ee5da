/**
 * axe on a page that stands still. It runs in the page itself and hands over faults alone: what it found in
 * order is a hundred times as long, and getting it out of the page took longer than looking. For this it
 * leaves out frames of other origins, of which the site shows none.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

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
