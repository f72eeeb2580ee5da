import { describe, expect, it } from 'vitest';
import { createArchitecture } from '#lib/core/network/architecture.ts';
import { outlineNetwork } from '../../../../tests/support/outline.ts';
import { findLayers } from './find-layers.ts';

const layers = outlineNetwork(createArchitecture('repghostnet', { width: 0.5 }), 'training-time');
const find = (query: string) => findLayers(layers, query).map(({ name }) => name);

describe('layers are found', () => {
	it('by a part of their name, in running order', () => {
		const inBlock = layers.filter(({ name }) => name.startsWith('blocks.3.'));
		expect(find('blocks.3')).toEqual(inBlock.map(({ name }) => name));
		expect(find('conv_dw')).toEqual(['1', '3', '5', '7'].map((at) => `blocks.${at}.0.conv_dw`));
	});

	it('by words of the operation, and what people call it', () => {
		const se = layers.filter(({ kind }) => kind === 'squeeze-excite').map(({ name }) => name);
		for (const query of ['SE', 'squeeze-excite', 'squeeze', 'excite']) {
			expect(find(query).slice(0, se.length)).toEqual(se);
		}
		const depthwise = layers.filter(({ kind }) => kind === 'depthwise convolution');
		expect(find('Depthwise')).toEqual(depthwise.map(({ name }) => name));
		expect(find('bn').length).toBe(32);
		expect(find('linear')).toEqual(['classifier']);
		const sums = layers.filter(({ kind }) => kind.startsWith('RepGhost'));
		expect(find('add')).toEqual(sums.map(({ name }) => name));
	});

	it('by a shape, however it is written', () => {
		for (const query of ['8x112x112', '8 × 112 × 112', '8 x 112 x 112', '112×112']) {
			expect(find(query)).toContain('conv_stem');
		}
		expect(find('8x112')).not.toContain('blocks.1.0.ghost2');
		expect(find('2x112x112')).toEqual([]);
	});

	it('by several words, of which each has to be found', () => {
		expect(find('3.0 se')[0]).toBe('blocks.3.0.se');
		expect(find('3.0 se shortcut')).toEqual([]);
	});

	it('with the best fit first', () => {
		expect(find('shortcut')[0]).toBe('blocks.1.0.shortcut');
		expect(find('blocks.1.0.shortcut').slice(0, 2)).toEqual([
			'blocks.1.0.shortcut',
			'blocks.1.0.shortcut.0'
		]);
	});

	it('all by nothing, and none by what is nowhere', () => {
		expect(find('  ')).toHaveLength(layers.length);
		expect(find('attention')).toEqual([]);
	});
});
