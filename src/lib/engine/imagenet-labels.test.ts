import { expect, it } from 'vitest';
import { createArchitecture } from '#lib/core/network/architecture.ts';
import { imagenetLabels, labelsFor, shortNames } from './imagenet-labels.ts';

it('the thousand names are in the order of their WordNet numbers, each another one', async () => {
	const labels = await imagenetLabels();
	expect(labels).toHaveLength(1000);
	expect(new Set(labels).size).toBe(1000);
	// Known places of timm's and PyTorch's lists.
	for (const [index, name] of [
		[0, 'tench'],
		[1, 'goldfish'],
		[151, 'Chihuahua'],
		[281, 'tabby'],
		[388, 'giant panda'],
		[817, 'sports car'],
		[954, 'banana'],
		[999, 'toilet tissue']
	] as const) {
		expect(labels[index]).toBe(name);
	}
	expect([labels[134], labels[517]]).toEqual(['crane (134)', 'crane (517)']);
	expect([labels[638], labels[639]]).toEqual(['maillot', 'maillot, tank suit']);
});

it('short names are told apart', () => {
	expect(shortNames(['a, b', 'c', 'c, d', 'e', 'e'])).toEqual(['a', 'c', 'c, d', 'e (3)', 'e (4)']);
});

it('a file’s own names come first, and other numbers of classes have none', async () => {
	const thousand = createArchitecture('repghostnet');
	const own = Array.from({ length: 1000 }, (_, index) => `own ${index}`);
	expect(await labelsFor({ labels: own, architecture: thousand })).toBe(own);
	expect((await labelsFor({ labels: null, architecture: thousand }))?.[0]).toBe('tench');
	const ten = createArchitecture('repghostnet', { classes: 10 });
	expect(await labelsFor({ labels: null, architecture: ten })).toBeNull();
});
