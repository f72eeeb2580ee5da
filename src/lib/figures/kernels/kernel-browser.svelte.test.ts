import { describe, expect, it } from 'vitest';
import { examples } from './examples.ts';
import { KernelBrowser, KERNELS_PER_PAGE } from './kernel-browser.svelte.ts';

const browse = (name: string) => new KernelBrowser(() => examples[name]!);

describe('KernelBrowser', () => {
	it('shows the kernels of the form', () => {
		const example = examples['a depthwise convolution and its branch']!;
		const trained = new KernelBrowser(() => ({ ...example, form: 'training-time' }));
		const folded = new KernelBrowser(() => ({ ...example, form: 'folded' }));
		expect(trained.kernel).toBe(example.trained!.kernel);
		expect(folded.kernel).toBe(example.folded!.kernel);
	});

	it('gives every kernel a scale around zero, shared or its own', () => {
		const browser = browse('a depthwise convolution and its branch');
		browser.choose(1);
		const shared = browser.colours;
		browser.scale = 'own';
		expect(shared.high).toBeGreaterThan(browser.colours.high);
		expect(browser.colours.low).toBe(-browser.colours.high);
		expect(browser.colours.kind).toBe('signed');
	});

	it('stays within its pages and its channels', () => {
		const browser = browse('many kernels, in pages');
		browser.turnPage(1);
		browser.turnPage(1);
		expect(browser.first).toBe(KERNELS_PER_PAGE);
		expect(browser.shown).toHaveLength(browser.shape.kernels - KERNELS_PER_PAGE);
		browser.choose(9999);
		expect(browser.chosen).toBe(browser.shape.kernels - 1);
	});

	it('stacks the planes of a dense kernel', () => {
		const browser = browse('the first convolution, three planes each');
		const [box] = browser.layout.boxes;
		expect(browser.rows).toBe(9);
		expect(box!.height).toBe(3 * box!.width);
	});
});
