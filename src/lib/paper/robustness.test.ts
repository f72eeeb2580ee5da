import { describe, expect, test } from 'vitest';
import { examinedNetworks, TEST_SETS } from './robustness.ts';

const find = (id: string) => examinedNetworks.find((network) => network.id === id)!;

test('all eight RepGhostNets, from the narrowest to the widest, and then the others', () => {
	expect(examinedNetworks).toHaveLength(26);
	expect(examinedNetworks.slice(0, 8).map(({ id }) => id)).toEqual(
		['050', '058', '080', '100', '111', '130', '150', '200'].map(
			(width) => `repghostnet-${width}.in1k`
		)
	);
	expect(new Set(examinedNetworks.map(({ label }) => label)).size).toBe(26);
});

test('two sizes of picture are told apart', () => {
	const sizes = examinedNetworks.filter(({ id }) => id.startsWith('resnet18'));
	expect(sizes.map(({ label }) => label)).toEqual([
		'resnet18.a1_in1k (224)',
		'resnet18.a1_in1k (288)'
	]);
	expect(find('ghostnet-100.in1k').label).toBe('ghostnet_100.in1k');
});

/** What the chart says: between two RepGhostNets, GhostNet loses as much as they do. */
describe.each(TEST_SETS)('GhostNet 1.0x on %s', (set) => {
	test('lies on the line of RepGhostNet', () => {
		const ghost = find('ghostnet-100.in1k');
		const [below, above] = [find('repghostnet-080.in1k'), find('repghostnet-100.in1k')];
		const share =
			(ghost.imagenet.value - below.imagenet.value) / (above.imagenet.value - below.imagenet.value);
		const onLine = below.sets[set].value + share * (above.sets[set].value - below.sets[set].value);
		expect(Math.abs(ghost.sets[set].value - onLine)).toBeLessThan(0.3);
	});
});
