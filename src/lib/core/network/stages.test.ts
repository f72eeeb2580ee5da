import { describe, expect, it } from 'vitest';
import { createArchitecture } from './architecture.ts';
import { groupLayers } from './blocks.ts';
import { describeForm } from '#lib/core/cost/form-info.ts';
import { SHIPPED_NETWORKS } from './shipped-networks.ts';
import { blockMacs, groupStages, stageOutput } from './stages.ts';

const architectures = [
	createArchitecture('repghostnet', { width: 0.5 }),
	createArchitecture('ghostnet'),
	...SHIPPED_NETWORKS.map(({ architecture }) => architecture)
];

describe.each(architectures)('the stages of network %#', (architecture) => {
	const form = describeForm(architecture, 'training-time');
	const blocks = groupLayers(form.layers);
	const stages = groupStages(blocks);

	it('hold every block once, in running order', () => {
		expect(stages.flatMap((stage) => stage.blocks)).toEqual(blocks);
	});

	it('are stretches on maps of one size', () => {
		for (const stage of stages.filter(({ id }) => id !== 'tail')) {
			expect(new Set(stage.blocks.map(({ output }) => output.shape[1])).size).toBe(1);
		}
	});

	it('share the work of the network among their blocks', () => {
		const sum = blocks.reduce((total, block) => total + blockMacs(block), 0);
		expect(sum).toBe(form.macs);
	});

	it('end in a layer with maps', () => {
		for (const stage of stages) expect(stageOutput(stage).shape[1]).toBeGreaterThan(1);
	});
});

it('are those of the paper: five of them between stem and tail (Table 2)', () => {
	const { layers } = describeForm(architectures[0]!, 'folded');
	const stages = groupStages(groupLayers(layers));
	expect(stages.map(({ id, blocks }) => [id, blocks.length])).toEqual([
		['stem', 1],
		['1', 1],
		['2', 2],
		['3', 2],
		['4', 6],
		['5', 5],
		['tail', 2]
	]);
	expect(stages.map((stage) => stageOutput(stage).name)).toEqual([
		'conv_stem',
		'blocks.0.0',
		'blocks.2.0',
		'blocks.4.0',
		'blocks.6.4',
		'blocks.8.3',
		'blocks.9.0'
	]);
});
