import { describe, expect, it } from 'vitest';
import { FOLD_NODES } from '#lib/core/fold/fold-graphs.ts';
import { TOY_PICTURES, TOY_STATE } from '#lib/core/fold/toy-module.ts';
import type { GraphRequest } from '#lib/engine/live-protocol.ts';
import { graphEngine } from '../../../../tests/support/graph-engine.ts';
import { useBackend } from '../../../../tests/support/tensorflow.ts';
import { TOY_GRAPH } from './folded-toy.ts';
import { runPlain } from './plain-run.ts';

const request: GraphRequest = {
	graph: TOY_GRAPH,
	state: TOY_STATE,
	input: TOY_PICTURES.edge,
	keep: [FOLD_NODES.depthwiseNorm]
};

describe('runPlain answers as the live engine does', () => {
	useBackend('cpu');

	it.each<[string, Partial<GraphRequest>]>([
		['as in evaluation', {}],
		['with another ε', { epsilon: 0.5 }],
		[
			'with the statistics of the batch, one batch norm behind the other',
			{ batchStatistics: true }
		],
		['with both', { batchStatistics: true, epsilon: 0.5 }]
	])('%s', async (_, part) => {
		const live = await graphEngine().runGraph({ ...request, ...part });
		const plain = runPlain({ ...request, ...part });
		expect([...plain.maps.keys()].sort()).toEqual([...live.maps.keys()].sort());
		for (const [name, { shape, data }] of live.maps) {
			expect(plain.maps.get(name)!.shape).toEqual(shape);
			data.forEach((value, index) =>
				expect(plain.maps.get(name)!.data[index]).toBeCloseTo(value, 4)
			);
		}
		expect(plain.statistics.size).toBe(live.statistics.size);
		for (const [name, { mean, variance }] of live.statistics) {
			mean.data.forEach((value, index) =>
				expect(plain.statistics.get(name)!.mean.data[index]).toBeCloseTo(value, 4)
			);
			variance.data.forEach((value, index) =>
				expect(plain.statistics.get(name)!.variance.data[index]).toBeCloseTo(value, 4)
			);
		}
	});
});
