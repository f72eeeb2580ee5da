import { expect, test } from 'vitest';
import { describeForm } from '#lib/core/cost/form-info.ts';
import { buildNetwork } from './network.ts';
import { graphParameters } from './parameters.ts';
import { sizeOf } from '#lib/core/tensor.ts';
import { SUBJECTS } from '#lib/pictures/scenes/scene.ts';
import { SHIPPED_NETWORKS } from './shipped-networks.ts';

test('one class for each subject of the scenes', () => {
	for (const { architecture } of SHIPPED_NETWORKS)
		expect(architecture.classes).toBe(SUBJECTS.length);
});

test('equal MACs within 3 %', () => {
	const macs = SHIPPED_NETWORKS.map(
		({ architecture }) => describeForm(architecture, 'folded').macs
	);
	expect(Math.max(...macs) / Math.min(...macs)).toBeLessThan(1.03);
});

test.each(SHIPPED_NETWORKS)(
	'$slug: fourteen modules, 100 to 150 thousand parameters',
	(network) => {
		const graph = buildNetwork(network.architecture, 'training-time');
		expect(graph.modules).toHaveLength(14);
		const { parameters } = describeForm(network.architecture, 'training-time');
		expect(parameters).toBeGreaterThan(100_000);
		expect(parameters).toBeLessThan(150_000);
		const values = [...graphParameters(graph).values()].reduce(
			(sum, { shape }) => sum + sizeOf(shape),
			0
		);
		// Two bytes each leave room for the header within 320 kB.
		expect(2 * values).toBeLessThan(290_000);
	}
);
