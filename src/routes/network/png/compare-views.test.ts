import { describe, expect, it } from 'vitest';
import { DifferenceBrowser } from '#lib/figures/difference-maps/difference-browser.svelte.ts';
import { examples } from '#lib/figures/difference-maps/examples.ts';
import { examples as chains } from '#lib/figures/layer-differences/examples.ts';
import { SHEET_MARGIN } from '#lib/scene/sheet-page.ts';
import { en } from '#lib/strings/en.ts';
import { faultsOf, sheetOf, textsOf } from '../../../../tests/support/sheets.ts';
import { differenceView, layersView } from './compare-views.ts';

const browse = (name: string) => new DifferenceBrowser(() => examples[name]!);
const maps = (name: string) => differenceView('blocks.3.0', browse(name), en);

describe('maps of two runs as a sheet', () => {
	it.each(Object.keys(examples))('name A, B and the difference, with both keys: %s', (name) => {
		const laid = sheetOf(maps(name));
		expect(faultsOf(laid)).toEqual([]);
		const texts = textsOf(laid);
		// Beside the lines of maps, and over the large ones.
		for (const letter of ['A', 'B', 'A − B']) {
			expect(texts.filter((text) => text === letter)).toHaveLength(2);
		}
		expect(texts).toContain('A and B, one scale for both');
		expect(texts).toContain('A − B, around zero');
	});

	it('have the numbers of the maps, the largest difference first, and of the page', () => {
		const browser = browse('two networks');
		browser.turnPage(1);
		const texts = textsOf(sheetOf(differenceView('blocks.3.0', browser, en)));
		expect(texts).toContain('Shown are places 9–16 of 24');
		const first = String(browser.channels[0]! + 1);
		expect(texts.filter((text) => text === first).length).toBeGreaterThanOrEqual(3);
	});

	it('have a ring where both differ most, and none where they are equal', () => {
		const rings = (name: string) => {
			const body = maps(name).bodies.find(({ kind }) => kind === 'tensors');
			return body?.kind === 'tensors' ? body.tensors.map(({ ring }) => ring) : [];
		};
		const { row: top, column: left } = browse('two networks').chosen.place;
		expect(rings('two networks')).toEqual(Array(3).fill(expect.objectContaining({ left, top })));
		expect(rings('equal')).toEqual([null, null, null]);
		expect(textsOf(sheetOf(maps('equal'))).join(' ')).toContain('to the last bit');
	});
});

describe('differences of layers as a sheet', () => {
	it.each(Object.entries(chains))('are dots over powers of ten: %s', (_, example) => {
		const { layers, chosen, withTolerance } = example;
		const laid = sheetOf(layersView([...layers], chosen, withTolerance, en));
		expect(faultsOf(laid)).toEqual([]);
		const compared = layers.filter(({ difference }) => difference !== null);
		// Each dot has its own ground, which keeps it apart from its neighbours.
		const dots = laid.marks.filter((mark) => mark.kind === 'dot');
		expect(dots).toHaveLength(2 * compared.length);
		// From the first power of ten to the right margin, dots along all of it.
		const xs = dots.flatMap((mark) => (mark.kind === 'dot' ? [mark.x] : []));
		if (compared.length > 0) {
			expect(laid.width).toBe(820 + 2 * SHEET_MARGIN);
			const each = 760 / compared.length;
			expect(Math.max(...xs)).toBeCloseTo(SHEET_MARGIN + 52 + 760 - each / 2, 6);
		}
		const texts = textsOf(laid);
		expect(texts.some((text) => /^1e-?\d+$/.test(text))).toBe(compared.length > 0);
		expect(texts.join(' ').includes('equal within rounding')).toBe(withTolerance);
	});
});
