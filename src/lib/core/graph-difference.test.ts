import { describe, expect, it } from 'vitest';
import { createArchitecture } from '#lib/core/network/architecture.ts';
import { compareGraphs, groupBlocks, type GraphDifference } from './graph-difference.ts';
import type { Form } from './graph.ts';
import { buildNetwork } from '#lib/core/network/network.ts';

const picture = [3, 224, 224] as const;
const network = (family: 'repghostnet' | 'ghostnet', form: Form, width = 0.5) =>
	buildNetwork(createArchitecture(family, { width }), form);
const compare = (...[a, b]: [Parameters<typeof network>, Parameters<typeof network>]) =>
	compareGraphs(network(...a), network(...b), { a: picture, b: picture });
const kind = ({ kinds }: GraphDifference, wanted: string) =>
	kinds.find((count) => count.kind === wanted);

describe('a network against itself', () => {
	const found = compare(['repghostnet', 'training-time'], ['repghostnet', 'training-time']);

	it('differs in nothing', () => {
		expect(found.operations.a).toBe(found.operations.b);
		expect(found.blocks.every(({ isSame }) => isSame)).toBe(true);
		expect(found.kinds.every(({ a, same }) => a === same)).toBe(true);
	});

	it('is one group', () => {
		expect(groupBlocks(found.blocks)).toHaveLength(1);
	});
});

describe('training-time against folded', () => {
	const found = compare(['repghostnet', 'training-time'], ['repghostnet', 'folded']);

	it('loses every batch norm and one sum for each module', () => {
		const norms = kind(found, 'batch-norm')!;
		expect([norms.b, norms.onlyA]).toEqual([0, norms.a]);
		expect(kind(found, 'add')!.onlyA).toBe(32);
		expect(found.operations.a - found.operations.b).toBe(norms.a + 32);
	});

	it('gives every convolution that had none a bias, under its new name', () => {
		const convolutions = kind(found, 'convolution')!;
		// Those of squeeze-excite and of the head have a bias in both.
		expect([convolutions.onlyA, convolutions.onlyB]).toEqual([0, 0]);
		expect(kind(found, 'depthwise')).toMatchObject({ same: 0, onlyA: 0, onlyB: 0 });
		const row = found.blocks[1]!.rows.find(({ b }) => b?.name.endsWith('ghost1.cheap_operation'));
		expect(row).toMatchObject({ mark: 'changed', changes: ['bias', 'parameters'] });
		expect(row!.a!.name).toBe('blocks.0.0.ghost1.cheap_operation.0');
	});

	it('is as many operations fewer, seen from the other side', () => {
		const back = compare(['repghostnet', 'folded'], ['repghostnet', 'training-time']);
		expect(back.operations).toEqual({ a: found.operations.b, b: found.operations.a });
		expect(kind(back, 'batch-norm')!.onlyB).toBe(kind(found, 'batch-norm')!.onlyA);
	});

	it('draws blocks that lose the same things once', () => {
		const groups = groupBlocks(found.blocks);
		expect(groups.length).toBeLessThan(10);
		expect(groups.reduce((sum, { alike }) => sum + 1 + alike.length, 0)).toBe(19);
		const [, plain] = groups;
		expect(plain!.first.id).toBe('1');
		expect(plain!.alike.map(({ id }) => id)).toContain('9');
	});
});

describe('Ghost against RepGhost', () => {
	const found = compare(['ghostnet', 'folded'], ['repghostnet', 'folded']);

	it('has a concatenation in each module that the other lacks', () => {
		expect(kind(found, 'concat')).toMatchObject({ a: 32, b: 0, onlyA: 32 });
	});

	it('pairs the convolutions, whose channels differ in some places', () => {
		const rows = found.blocks.find(({ id }) => id === '4')!.rows;
		const primary = rows.find(({ a }) => a?.name === 'blocks.3.0.ghost2.primary_conv.0')!;
		expect(primary.mark).toBe('changed');
		expect(primary.changes).toContain('shape');
		expect(kind(found, 'depthwise')).toMatchObject({ onlyA: 0, onlyB: 0 });
	});
});

it('tells another kernel and another stride', () => {
	const row = { kernel: 3, expansion: 8, out: 16, squeezeExcite: false, stride: 2 };
	const small = (changes: Partial<typeof row>) =>
		buildNetwork(
			createArchitecture('repghostnet', { stages: [[{ ...row, ...changes }]] }),
			'folded'
		);
	const changes = (changed: Partial<typeof row>) =>
		compareGraphs(small({}), small(changed), { a: picture, b: picture })
			.blocks.find(({ id }) => id === '1')!
			.rows.find(({ a }) => a?.name === 'blocks.0.0.conv_dw')!.changes;
	expect(changes({ kernel: 5 })).toEqual(['kernel', 'parameters']);
	expect(changes({ stride: 3 })).toEqual(['stride', 'shape']);
});
