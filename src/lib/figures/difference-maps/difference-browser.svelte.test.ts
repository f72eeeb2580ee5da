import { describe, expect, it } from 'vitest';
import { DifferenceBrowser } from './difference-browser.svelte.ts';

const maps = (...values: number[]) => ({
	shape: [1, values.length, 1, 1],
	data: Float32Array.from(values)
});

const open = (a: number[], b: number[], across = 2) => {
	const browser = new DifferenceBrowser(() => ({ a: maps(...a), b: maps(...b) }));
	browser.across = across;
	return browser;
};

describe('maps of two runs', () => {
	it('stand in the order of their difference, in pages', () => {
		const browser = open([0, 5, 1], [0.5, 1, 1]);
		expect(browser.channels).toEqual([1, 0]);
		browser.turnPage(1);
		browser.turnPage(1);
		expect([browser.page, browser.channels]).toEqual([1, [2]]);
	});

	it('share one scale, and the difference has one around zero', () => {
		const browser = open([0, 1], [4, 1]);
		expect(browser.scale).toEqual({ kind: 'unsigned', low: 0, high: 4 });
		expect(browser.differenceScale).toEqual({ kind: 'signed', low: -4, high: 4 });
		expect(browser.lines.map(({ statistics }) => statistics[0]!.min)).toEqual([0, 4, -4]);
		const later = open([0, 5, 1], [0.5, 1, 1]);
		expect(later.lines.map(({ statistics }) => statistics[0]!.min)).toEqual([5, 1, 4]);
	});

	it('keep a signed scale where one run has negative values', () => {
		expect(open([-1, 2], [0, 3]).scale).toEqual({ kind: 'signed', low: -3, high: 3 });
	});

	it('begin with the largest difference, until another map is chosen', () => {
		const browser = open([0, 5, 1], [0.5, 1, 1]);
		expect(browser.chosen).toMatchObject({ channel: 1, largest: 4 });
		browser.choose(0);
		expect(browser.large.map(({ values }) => values[0])).toEqual([0, 0.5, -0.5]);
	});

	it('are neutral where nothing differs', () => {
		expect(open([1, 2], [1, 2]).differenceScale).toEqual({ kind: 'signed', low: -1, high: 1 });
	});
});
