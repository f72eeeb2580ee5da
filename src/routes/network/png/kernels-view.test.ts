import { describe, expect, it } from 'vitest';
import { examples } from '#lib/figures/kernels/examples.ts';
import { KernelBrowser } from '#lib/figures/kernels/kernel-browser.svelte.ts';
import { en } from '#lib/strings/en.ts';
import { faultsOf, sheetOf, textsOf } from '../../../../tests/support/sheets.ts';
import { kernelsView } from './kernels-view.ts';

const browse = (name: string) => new KernelBrowser(() => examples[name]!);
const sheet = (browser: KernelBrowser) => sheetOf(kernelsView('conv_stem', browser, en));

describe('kernels as a sheet', () => {
	it.each(Object.keys(examples))('say what they are, without a word on another: %s', (name) => {
		const browser = browse(name);
		const laid = sheet(browser);
		expect(faultsOf(laid)).toEqual([]);
		const texts = textsOf(laid);
		expect(texts).toContain('Weights of conv_stem');
		expect(texts.join(' ')).toContain('one scale for all kernels of this layer');
		expect(laid.marks.some((mark) => mark.kind === 'picture')).toBe(true);
	});

	it('are numbered, with the numbers of the chosen one and of the page', () => {
		const browser = browse('many kernels, in pages');
		browser.turnPage(1);
		browser.choose(130);
		const texts = textsOf(sheet(browser));
		expect(texts).toContain('kernels 121–150 of 150');
		expect(texts).toContain('121');
		expect(texts).toContain('150');
		expect(texts).toContain('Kernel 131');
		// The numbers of 5 × 5 taps stand in cells of their own colours.
		const taps = [...browser.taps].map((tap) => tap.toFixed(2).replace('-', '−'));
		const inCells = sheet(browser).marks.flatMap((mark) =>
			mark.kind === 'text' && (mark.ink === 'black' || mark.ink === 'white') ? [mark.text] : []
		);
		expect(inCells).toEqual(taps);
	});

	it('have both keys where every kernel has a scale of its own', () => {
		const browser = browse('the first convolution, three planes each');
		browser.scale = 'own';
		const { legends } = kernelsView('conv_stem', browser, en);
		expect(legends.map(({ label }) => label)).toEqual([
			'every kernel has a scale of its own',
			'Kernel 1'
		]);
		expect(textsOf(sheet(browser))).toEqual(expect.arrayContaining(['from red', 'from blue']));
	});

	it('are a matrix where every tap is one number, with a ring around the chosen one', () => {
		const browser = browse('a large matrix');
		browser.choose(7, 3);
		const texts = textsOf(sheet(browser));
		expect(texts).toContain('Tap from input 4 to output 8, in the ring');
		expect(texts).not.toContain('8');
		const { bodies, part } = kernelsView('conv_stem', browser, en);
		expect(bodies[0]).toMatchObject({ tensors: [{ ring: { left: 3, top: 7 } }] });
		expect(part).toBe('conv_stem-kernels');
	});
});
