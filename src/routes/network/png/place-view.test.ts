import { describe, expect, it } from 'vitest';
import { examples } from '#lib/figures/network-view/examples.ts';
import { en } from '#lib/strings/en.ts';
import { faultsOf, sheetOf, textsOf } from '../../../../tests/support/sheets.ts';
import { placeView } from './place-view.ts';

const view = (name: string) => placeView(examples[name]!, en)!;
const pictures = (name: string) =>
	sheetOf(view(name)).marks.filter((mark) => mark.kind === 'picture').length;

describe('a place in the network as a sheet', () => {
	it.each(Object.keys(examples))('has no word on another, and its key: %s', (name) => {
		const laid = sheetOf(view(name));
		expect(faultsOf(laid)).toEqual([]);
		const texts = textsOf(laid);
		expect(texts).toContain('Chosen layer: blocks.2.1.ghost1');
		expect(texts.join(' ')).toContain('every map has a scale of its own; maps without negative');
	});

	it('has a map, a name, a shape and a share for each stage', () => {
		const texts = textsOf(sheetOf(view('a whole network')));
		const stages = ['stem', 'Stage 1', 'Stage 2', 'Stage 3', 'Stage 4', 'tail'];
		expect(texts).toEqual(expect.arrayContaining(stages));
		const shares = texts.filter((text) => text.endsWith('% of MACs')).map(parseFloat);
		expect(shares).toHaveLength(stages.length);
		expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(100, 0);
		expect(texts).toContain('16 × 32 × 32');
		// One picture each, and the strip of the key.
		expect(pictures('a whole network')).toBe(stages.length + 1);
	});

	it('marks the part of the chosen layer alone', () => {
		const [body] = view('a stage').bodies;
		const tiles = body?.kind === 'tiles' ? body.tiles : [];
		expect(tiles.map(({ name, current }) => `${name} ${current}`)).toEqual([
			'block 4 false',
			'block 5 true',
			'block 6 false'
		]);
		expect(view('a stage').part).toBe('stage-3');
	});

	it('draws the operations of a block in the form on view', () => {
		const trained = textsOf(sheetOf(view('a block')));
		expect(trained).toEqual(expect.arrayContaining(['dconv', 'add', 'BN', 'identity']));
		const folded = textsOf(sheetOf(view('a block, folded')));
		expect(folded).toContain('dconv');
		expect(folded).not.toContain('BN');
		expect(pictures('a block')).toBeGreaterThan(pictures('a block, folded'));
		expect(view('a block').part).toBe('blocks.2.1-operations');
	});
});
