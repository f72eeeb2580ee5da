import { describe, expect, it } from 'vitest';
import { createTensor } from '#lib/core/tensor.ts';
import {
	describeMaps,
	extentOf,
	findHighest,
	mapShape,
	mapValues,
	orderMaps
} from './map-statistics.ts';

const maps = createTensor(
	[1, 3, 1, 2],
	Float32Array.of(/* 0 */ 1, -3, /* 1 */ 0, 0, /* 2 */ NaN, 5)
);

describe('describeMaps', () => {
	const statistics = describeMaps(maps);

	it('gives minimum, maximum, mean and mean size of each map', () => {
		expect(statistics[0]).toEqual({
			channel: 0,
			min: -3,
			max: 1,
			mean: -1,
			energy: 2,
			notFinite: 0
		});
	});

	it('leaves out what is not finite and counts it', () => {
		expect(statistics[2]).toMatchObject({ min: 5, max: 5, mean: 5, notFinite: 1 });
	});

	it('says NaN for a map without a finite value', () => {
		const lost = describeMaps(createTensor([1, 1, 1, 1], Float32Array.of(Infinity)));
		expect(lost[0]).toMatchObject({ min: NaN, max: NaN, mean: NaN, notFinite: 1 });
		expect(extentOf(lost)).toEqual({ min: 0, max: 0 });
	});

	it('orders by channel and by energy', () => {
		const channels = (by: 'channel' | 'energy') =>
			orderMaps(statistics, by).map(({ channel }) => channel);
		expect(channels('channel')).toEqual([0, 1, 2]);
		expect(channels('energy')).toEqual([2, 0, 1]);
	});

	it('spans all maps', () => expect(extentOf(statistics)).toEqual({ min: -3, max: 5 }));
});

it('finds the highest value', () => {
	expect(findHighest(maps)).toEqual({ channel: 2, row: 0, column: 1, value: 5 });
	expect(findHighest(createTensor([1, 1, 1, 1], Float32Array.of(NaN)))).toBeNull();
});

it('reads one map and refuses other shapes', () => {
	expect([...mapValues(maps, 0)]).toEqual([1, -3]);
	expect(() => mapShape({ shape: [2, 2], data: new Float32Array(4) })).toThrow('found [2, 2]');
});
