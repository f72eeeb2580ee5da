import { describe, expect, it } from 'vitest';
import { createArchitecture } from '#lib/core/network/architecture.ts';
import { describeForm } from '#lib/core/cost/form-info.ts';
import { compareValues, pairLayers, rankDifferences, subtractMaps } from './layer-difference.ts';
import type { Tensor } from '#lib/core/tensor.ts';

const maps = (shape: number[], ...values: number[]): Tensor => ({
	shape: [1, ...shape],
	data: Float32Array.from(values)
});

const layersOf = (family: 'repghostnet' | 'ghostnet', form: 'training-time' | 'folded') =>
	describeForm(createArchitecture(family, { width: 0.5, inputShape: [3, 64, 64] }), form).layers;

describe('layers of two runs', () => {
	it('stand beside each other by name, and those of folded branches alone', () => {
		const pairs = pairLayers(
			layersOf('repghostnet', 'training-time'),
			layersOf('repghostnet', 'folded')
		);
		const alone = pairs.filter(({ comparable }) => !comparable);
		expect(alone.every(({ a, b }) => a !== null && b === null)).toBe(true);
		// Two modules in each of 16 blocks, each with a depthwise convolution and a branch beside it.
		expect(alone).toHaveLength(64);
		expect(alone[0]!.name).toBe('blocks.0.0.ghost1.cheap_operation');
		expect(pairs.at(-1)).toMatchObject({ name: 'classifier', comparable: true });
	});

	it('of another shape are pairs that cannot be compared', () => {
		const pairs = pairLayers(layersOf('repghostnet', 'folded'), layersOf('ghostnet', 'folded'));
		const one = pairs.find(({ name }) => name === 'blocks.3.0.ghost1')!;
		expect([one.a!.shape[0], one.b!.shape[0]]).toEqual([20, 36]);
		expect(one.comparable).toBe(false);
		expect(pairs.find(({ name }) => name === 'blocks.3.0')!.comparable).toBe(true);
		expect(pairs.find(({ name }) => name === 'blocks.3.0.ghost1.cheap_operation')).toMatchObject({
			a: null
		});
	});
});

describe('the difference of values', () => {
	it('is the largest distance, with a tolerance that grows with the first run', () => {
		const found = compareValues(maps([1, 1, 3], 1, -9, 2), maps([1, 1, 3], 1.5, -9.25, 2));
		expect(found.largest).toBe(0.5);
		expect(found.tolerance).toBeCloseTo(1e-5 + 9e-5, 12);
	});

	it('is not lost behind a value that is no number', () => {
		const found = compareValues(maps([1, 1, 2], NaN, 1), maps([1, 1, 2], 0, 1));
		expect(found.largest).toBeNaN();
	});

	it('is refused for two shapes', () => {
		expect(() => compareValues(maps([1, 1, 2], 1, 2), maps([2, 1, 1], 1, 2))).toThrow(
			'Only maps of one shape can be compared: 1 × 1 × 1 × 2 and 1 × 2 × 1 × 1.'
		);
	});

	it('is a − b, not b − a', () => {
		expect([...subtractMaps(maps([1, 1, 2], 3, 1), maps([1, 1, 2], 1, 5)).data]).toEqual([2, -4]);
	});

	it('ranks maps by their largest difference, and says where it stands', () => {
		const ranked = rankDifferences(maps([3, 2, 2], 0, 1, 0, 0, 0, 0, -4, 2, 0, 0, 0, 1));
		expect(ranked.map(({ channel, largest }) => [channel, largest])).toEqual([
			[1, 4],
			[0, 1],
			[2, 1]
		]);
		expect(ranked[0]!.place).toEqual({ channel: 1, row: 1, column: 0, value: -4 });
	});

	it('ranks a map with a value that is no number first', () => {
		const ranked = rankDifferences(maps([2, 1, 2], 9, 0, 0, NaN));
		expect(ranked[0]).toMatchObject({ channel: 1, largest: NaN, place: { row: 0, column: 1 } });
	});
});
