import { expect, test } from 'vitest';
import { graphPart } from './graph-part.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { SHIPPED_NETWORKS } from '#lib/core/network/shipped-networks.ts';

const ghost = buildNetwork(SHIPPED_NETWORKS[3]!.architecture, 'training-time');

test('the stem alone is three operations', () => {
	const part = graphPart(ghost, ['act1']);
	expect(part.nodes.map(({ name }) => name)).toEqual(['conv_stem', 'bn1', 'act1']);
	expect(part.output).toBe('act1');
	expect(part.layers.map(({ name }) => name)).toEqual(['conv_stem']);
});

test('all that any of the nodes needs, and no more', () => {
	const part = graphPart(ghost, ['blocks.0.0.ghost1.concat', 'act1']);
	expect(part.output).toBe('blocks.0.0.ghost1.concat');
	expect(part.nodes).toHaveLength(3 + 7);
	expect(part.modules.map(({ name }) => name)).toEqual(['blocks.0.0.ghost1']);
	expect(graphPart(ghost, [ghost.output]).nodes).toHaveLength(ghost.nodes.length);
});

test('an unknown operation is refused', () => {
	expect(() => graphPart(ghost, ['stem'])).toThrow('no operation called "stem"');
});
