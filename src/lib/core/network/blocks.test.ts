import { describe, expect, it } from 'vitest';
import { createArchitecture } from './architecture.ts';
import { outlineNetwork } from '../../../../tests/support/outline.ts';
import { findBlock, groupLayers } from './blocks.ts';

describe.each(['repghostnet', 'ghostnet'] as const)('the layers of %s', (family) => {
	const layers = outlineNetwork(createArchitecture(family, { width: 0.5 }), 'training-time');
	const blocks = groupLayers(layers);

	it('become a stem, sixteen bottlenecks, a last convolution and a head', () => {
		expect(blocks.map(({ kind }) => kind)).toEqual([
			'stem',
			...Array.from({ length: 16 }, () => 'bottleneck'),
			'last',
			'head'
		]);
		expect(blocks.slice(1, 17).map(({ number }) => number)).toEqual(
			Array.from({ length: 16 }, (_, index) => index + 1)
		);
	});

	it('are each in one block, in running order', () => {
		expect(blocks.flatMap((block) => block.layers)).toEqual(layers);
	});

	it('say where size is halved and where squeeze-excite stands (Table 2)', () => {
		const numbers = (test: (block: (typeof blocks)[number]) => boolean) =>
			blocks.filter(test).map(({ id, number }) => number || id);
		expect(numbers(({ halves }) => halves)).toEqual(['conv_stem', 2, 4, 6, 12]);
		expect(numbers(({ squeezeExcite }) => squeezeExcite)).toEqual([4, 5, 10, 11, 12, 14, 16]);
	});

	it('leave each bottleneck by its own layer', () => {
		expect(blocks[4]!.output.name).toBe('blocks.3.0');
		expect(blocks.at(-1)!.output.name).toBe('classifier');
	});
});

it('finds the block of a layer', () => {
	const blocks = groupLayers(outlineNetwork(createArchitecture('repghostnet'), 'folded'));
	expect(findBlock(blocks, 'blocks.6.1.ghost1')?.id).toBe('blocks.6.1');
	expect(findBlock(blocks, 'global_pool')?.id).toBe('head');
	expect(findBlock(blocks, 'nowhere')).toBeUndefined();
});
