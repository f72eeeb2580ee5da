/** Bytes of joins: the exercise worked by hand, the counter of whole graphs, and the dossier's totals. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createArchitecture } from '#lib/core/network/architecture.ts';
import { countGraph } from './counts.ts';
import { INPUT, type Graph } from '#lib/core/graph.ts';
import { joinTraffic, moduleJoins, type Join } from './join-traffic.ts';
import { buildNetwork } from '#lib/core/network/network.ts';

const moved = (join: Join, channels: number, side: number): number => {
	const { read, written } = joinTraffic(join, channels, side);
	return read + written;
};

test('two halves of 8 channels at 112 × 112: concat 1,605,632 bytes, add 1,204,224, folded 0', () => {
	expect(moved('concat', 8, 112)).toBe(1_605_632);
	expect(moved('add', 8, 112)).toBe(1_204_224);
	expect(moved('folded', 8, 112)).toBe(0);
});

test('an add whose output is as wide as the concatenation moves more: 2,408,448 bytes', () => {
	expect(joinTraffic('add', 16, 112).outputChannels).toBe(
		joinTraffic('concat', 8, 112).outputChannels
	);
	expect(moved('add', 16, 112)).toBe(2_408_448);
});

test('at any shape it is what the counter of graphs says', () => {
	fc.assert(
		fc.property(
			fc.constantFrom('concat' as const, 'add' as const),
			fc.integer({ min: 1, max: 96 }),
			fc.integer({ min: 1, max: 64 }),
			(join, channels, side) => {
				const graph: Graph = {
					...{ inputChannels: channels, layers: [], modules: [], output: 'join' },
					nodes: [
						{ name: 'other', inputs: [INPUT], operation: { kind: 'relu' } },
						{
							name: 'join',
							inputs: [INPUT, 'other'],
							operation:
								join === 'add' ? { kind: 'add' } : { kind: 'concat', channels: 2 * channels }
						}
					]
				};
				const { nodes } = countGraph(graph, [1, channels, side, side]);
				expect(moved(join, channels, side)).toBe(nodes.get('join')!.activationBytes);
			}
		)
	);
});

test.each([
	[0.5, 1_376_704],
	[1, 2_753_408],
	[1.3, 3_573_472]
])('GhostNet %f has 32 concatenations that write %i values at 224 × 224', (width, values) => {
	const joins = moduleJoins(buildNetwork(createArchitecture('ghostnet', { width }), 'folded'), 224);
	expect(joins).toHaveLength(32);
	expect(joins.reduce((sum, join) => sum + join.values, 0)).toBe(values);
});

test('RepGhostNet joins by adding while it trains, and not at all when folded', () => {
	const architecture = createArchitecture('repghostnet');
	const joins = (form: 'training-time' | 'deploy' | 'folded') =>
		moduleJoins(buildNetwork(architecture, form), 224);
	expect(joins('training-time')).toHaveLength(32);
	expect(joins('training-time').every(({ bytes, values }) => bytes === 12 * values)).toBe(true);
	expect(joins('deploy')).toEqual([]);
	expect(joins('folded')).toEqual([]);
});
