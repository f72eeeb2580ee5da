import { describe, expect, it } from 'vitest';
import { groupBlocks } from '#lib/core/graph-difference.ts';
import { compare } from '#lib/strings/en/compare.ts';
import { examples } from './examples.ts';
import { differenceOf } from './graph-groups.ts';
import { blockNames, changeWords, countRows, drawOperation, summarize } from './graph-words.ts';

const words = compare.graph;
describe('the sentences', () => {
	it('count what folding takes away and changes', () => {
		expect(summarize(differenceOf(examples['training-time against folded']!), words)).toEqual([
			'320 operations in A, 176 in B.',
			'Only in A: 112 batch norms and 32 sums.',
			'Changed: 39 convolutions and 41 depthwise convolutions.'
		]);
	});

	it('say that nothing differs', () => {
		expect(summarize(differenceOf(examples['one network twice']!), words)).toEqual([
			'176 operations in A, 176 in B.',
			'They are the same, operation by operation.'
		]);
	});
});

it('names blocks by number, and the others by name', () => {
	const { blocks } = differenceOf(examples['training-time against folded']!);
	const names = groupBlocks(blocks).map(({ first, alike }) => blockNames([first, ...alike], words));
	expect(names.slice(0, 3)).toEqual([
		'stem and last 1×1',
		'blocks 1, 3, 7, 8, 9, 13 and 15',
		'blocks 2 and 6'
	]);
	expect(blockNames([blocks[4]!], words)).toBe('block 4');
	expect(countRows(blocks[1]!)).toEqual({ a: '15', b: '7' });
});

it('says what has changed of a pair', () => {
	const rows = (example: string) => differenceOf(examples[example]!).blocks[4]!.rows;
	const [folded] = rows('training-time against folded');
	expect(changeWords(folded!, words)).toEqual(['gains a bias', '240 → 260 parameters']);
	const [, relu] = rows('RepGhost against Ghost').filter(({ mark }) => mark === 'changed');
	expect(changeWords(relu!, words)).toEqual(['20 → 18 channels']);
	expect(drawOperation(folded!.a!, words)).toEqual({ operation: 'conv', label: '1×1 conv' });
	expect(drawOperation(relu!.a!, words)).toEqual({ operation: 'relu', label: 'ReLU' });
});
