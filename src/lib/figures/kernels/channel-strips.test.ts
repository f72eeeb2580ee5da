import { expect, it } from 'vitest';
import { en } from '#lib/strings/en.ts';
import { channelNumbers, channelStrips } from './channel-strips.ts';
import { examples } from './examples.ts';

const words = en.layerKernels;
const example = examples['a depthwise convolution and its branch']!;
const folded = { ...example, form: 'folded' as const };

it('has scale and shift of every batch norm while training, one bias when folded', () => {
	expect(channelStrips(example, words).map(({ name }) => name)).toEqual([
		words.normScale,
		words.normShift,
		words.branchScale,
		words.branchShift
	]);
	expect(channelStrips(folded, words)).toEqual([{ name: 'bias', values: example.folded!.bias }]);
});

it('adds up: the two shifts are the folded bias', () => {
	const strips = new Map(channelStrips(example, words).map(({ name, values }) => [name, values]));
	example.folded!.bias!.forEach((bias, channel) => {
		const sum = strips.get(words.normShift)![channel]! + strips.get(words.branchShift)![channel]!;
		expect(sum).toBeCloseTo(bias, 5);
	});
});

it('names the four numbers of each batch norm', () => {
	const names = channelNumbers(example, 1, words).map(({ name }) => name);
	expect(names.slice(3, 6)).toEqual(['σ²', 'branch: γ', 'branch: β']);
	expect(channelNumbers(example, 1, words)[0]!.value).toBe(example.trained!.norm!.gamma[1]);
	expect(channelNumbers(folded, 1, words)).toEqual([]);
});
