import { describe, expect, it } from 'vitest';
import { en } from '#lib/strings/en.ts';
import { examples } from './examples.ts';
import { NetworkViewState } from './network-view.svelte.ts';
import type { Props } from './props.ts';
import { blockTiles, stageTiles } from './view-words.ts';

/** A page that does what the view asks for. */
class Page {
	chosen: string = $state('blocks.2.1.ghost1');
	depth: Props['depth'] = $state('network');
	readonly view = new NetworkViewState(() => ({
		...examples['a whole network']!,
		chosen: this.chosen,
		depth: this.depth,
		onlayer: (name) => (this.chosen = name),
		ondepth: (depth) => (this.depth = depth)
	}));
	stage(id: string) {
		return this.view.stages.find((stage) => stage.id === id)!;
	}
}

describe('zooming', () => {
	it('leads into the stage and the block of the chosen layer, and leaves the layer', () => {
		const page = new Page();
		page.view.openStage(page.stage('3'));
		expect([page.view.place, page.chosen]).toEqual(['stage 3', 'blocks.2.1.ghost1']);
		expect(page.view.direction).toBe('in');
		page.view.openBlock(page.view.stage!.blocks[1]!);
		expect([page.view.place, page.chosen]).toEqual(['block blocks.2.1', 'blocks.2.1.ghost1']);
	});

	it('chooses the last layer of a part that does not hold the chosen one', () => {
		const page = new Page();
		page.view.openStage(page.stage('2'));
		expect([page.view.place, page.chosen]).toEqual(['stage 2', 'blocks.1.1']);
		page.view.openBlock(page.view.stage!.blocks[0]!);
		expect([page.view.place, page.chosen]).toEqual(['block blocks.1.0', 'blocks.1.0']);
	});

	it('goes straight into a stage of one block, and straight out of it', () => {
		const page = new Page();
		page.view.openStage(page.stage('stem'));
		expect([page.depth, page.view.place]).toEqual(['block', 'block conv_stem']);
		expect(page.view.out()).toBe(true);
		expect([page.depth, page.view.cameFrom]).toEqual(['network', 'stem']);
		expect(page.view.direction).toBe('out');
		expect(page.view.out()).toBe(false);
	});

	it('comes out of a block to its stage, then to the network', () => {
		const page = new Page();
		page.depth = 'block';
		page.view.out();
		expect([page.view.place, page.view.cameFrom]).toEqual(['stage 3', 'blocks.2.1']);
		page.view.out();
		expect([page.view.place, page.view.cameFrom]).toEqual(['network', '3']);
	});

	it('follows the layer at its depth, without a move', () => {
		const page = new Page();
		page.view.openStage(page.stage('3'));
		page.chosen = 'blocks.1.0.ghost2';
		expect([page.view.place, page.view.direction]).toEqual(['stage 2', null]);
		page.chosen = 'conv_stem';
		expect(page.view.depth).toBe('block');
	});
});

it('shows a map of each part on view, of a few layers only', () => {
	const page = new Page();
	expect(page.view.shown).toEqual([
		...['conv_stem', 'blocks.0.0', 'blocks.1.1', 'blocks.2.2', 'blocks.3.0', 'blocks.4.0']
	]);
	page.depth = 'stage';
	expect(page.view.shown).toEqual(['blocks.2.0', 'blocks.2.1', 'blocks.2.2']);
	page.depth = 'block';
	expect(page.view.shown).toEqual([
		'blocks.2.1.ghost1.primary_conv',
		'blocks.2.1.ghost1.cheap_operation',
		'blocks.2.1.ghost1',
		'blocks.2.1.ghost2.primary_conv',
		'blocks.2.1.ghost2.cheap_operation',
		'blocks.2.1.ghost2',
		'blocks.2.1',
		'blocks.2.1.ghost1.fusion_bn',
		'blocks.2.1.ghost2.fusion_bn'
	]);
	for (const block of page.view.blocks) {
		page.chosen = block.output.name;
		expect(page.view.shown).toContain(block.output.name);
		expect(page.view.shown.length).toBeLessThanOrEqual(14);
	}
});

it('gives shares of all MACs that add up, on stages and on blocks', () => {
	const { view } = new Page();
	const sum = (tiles: readonly { share: number }[]) => tiles.reduce((all, t) => all + t.share, 0);
	const stages = stageTiles(view.stages, en.finding);
	expect(sum(stages)).toBeCloseTo(1, 12);
	view.stages.forEach((stage, index) => {
		const tiles = blockTiles(stage, view.blocks, en.finding);
		expect(sum(tiles)).toBeCloseTo(stages[index]!.share, 12);
	});
});
