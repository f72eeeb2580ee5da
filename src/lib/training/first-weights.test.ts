import { expect, test } from 'vitest';
import { buildNetwork } from '#lib/core/network/network.ts';
import { firstWeights } from './first-weights.ts';
import { SHIPPED_NETWORKS } from '#lib/core/network/shipped-networks.ts';

const graph = buildNetwork(SHIPPED_NETWORKS[0]!.architecture, 'training-time');

test('a kernel has the variance 2 / fan, whatever its kind', () => {
	const weights = firstWeights(graph, 3);
	for (const key of ['conv_stem.weight', 'blocks.3.0.ghost1.primary_conv.0.weight']) {
		const { shape, data } = weights.get(key)!;
		const fan = shape.slice(1).reduce((product, extent) => product * extent, 1);
		const variance = data.reduce((sum, value) => sum + value * value, 0) / data.length;
		expect(variance * fan, key).toBeGreaterThan(1.7);
		expect(variance * fan, key).toBeLessThan(2.3);
	}
});

test('batch norms start as the identity', () => {
	const weights = firstWeights(graph, 3);
	expect([...new Set(weights.get('bn1.weight')!.data)]).toEqual([1]);
	expect([...new Set(weights.get('bn1.bias')!.data)]).toEqual([0]);
	expect([...new Set(weights.get('bn1.running_mean')!.data)]).toEqual([0]);
	expect([...new Set(weights.get('bn1.running_var')!.data)]).toEqual([1]);
});

test('the seed decides', () => {
	const kernel = (seed: number) => firstWeights(graph, seed).get('conv_stem.weight')!.data;
	expect(kernel(3)).toEqual(kernel(3));
	expect(kernel(3)).not.toEqual(kernel(4));
});
