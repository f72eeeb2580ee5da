import { describe, expect, test } from 'vitest';
import { addConvolution } from '#lib/core/convolution.ts';
import { fitKernel } from './fit-kernel.ts';
import { GraphBuilder, INPUT } from '#lib/core/graph.ts';
import { randomTensor } from '#lib/core/network/random-weights.ts';
import { evaluateGraph } from '#lib/core/reference.ts';
import { findSimilarMaps } from './similar-maps.ts';
import { createTensor, type Tensor } from '#lib/core/tensor.ts';

/** What `core`'s own convolution makes of one map. */
function convolved(map: Tensor, taps: Tensor, bias: number): Float64Array {
	const builder = new GraphBuilder();
	const plan = { inChannels: 1, outChannels: 1, kernel: 3 };
	const graph = builder.finish(1, addConvolution(builder, INPUT, plan, 'c', true));
	const state = new Map([
		['c.weight', taps],
		['c.bias', createTensor([1], Float32Array.of(bias))]
	]);
	return evaluateGraph(graph, state, map).get('c')!.data;
}

const square = (text: string): number[] => text.split(' ').map(Number);

describe('a scale and a shift', () => {
	test('by hand: y = 2x + 1', () => {
		const fit = fitKernel({ values: [1, 2, 3, 4], columns: 2 }, [3, 5, 7, 9], 1);
		expect(fit.taps[0]).toBeCloseTo(2, 10);
		expect(fit.bias).toBeCloseTo(1, 10);
		expect(fit.leftOver).toBeCloseTo(0, 6);
	});

	test('by hand: the line of least squares through (0,0) (1,1) (2,1)', () => {
		const fit = fitKernel({ values: [0, 1, 2], columns: 3 }, [0, 1, 1], 1);
		expect(fit.taps[0]).toBeCloseTo(1 / 2, 10);
		expect(fit.bias).toBeCloseTo(1 / 6, 10);
		[-1 / 6, 1 / 3, -1 / 6].forEach((left, index) =>
			expect(fit.difference[index]).toBeCloseTo(left, 6)
		);
	});

	test('leaves √(1 − r²) of the spread', () => {
		const maps = randomTensor('maps', [1, 2, 9, 9], 4, 0, 1);
		const [a, b] = [maps.data.subarray(0, 81), maps.data.subarray(81)];
		const { correlation } = findSimilarMaps(maps).pairs[0]!;
		const { leftOver } = fitKernel({ values: a, columns: 9 }, b, 1);
		expect(leftOver).toBeCloseTo(Math.sqrt(1 - correlation ** 2), 6);
	});
});

describe('a 3 × 3 kernel', () => {
	test('by hand: a picture moved one place to the right', () => {
		const values = square('1 0 5 2 7 3 0 4 6 1 9 8 2 5 0 3');
		const moved = square('0 1 0 5 0 7 3 0 0 6 1 9 0 2 5 0');
		const fit = fitKernel({ values, columns: 4 }, moved, 3);
		expect(fit.leftOver).toBeCloseTo(0, 6);
		square('0 0 0 1 0 0 0 0 0').forEach((tap, index) =>
			expect(fit.taps[index]).toBeCloseTo(tap, 6)
		);
	});

	test.each([1, 2, 3, 4, 5, 6, 7, 8])(
		'a known kernel is found again, border and all (%i)',
		(seed) => {
			const [rows, columns] = [6 + seed, 15 - seed];
			const map = randomTensor('map', [1, 1, rows, columns], seed, 0, 2);
			const taps = randomTensor('taps', [1, 1, 3, 3], seed, 0, 1);
			const bias = randomTensor('bias', [1], seed, 0, 1).data[0]!;
			const fit = fitKernel({ values: map.data, columns }, convolved(map, taps, bias), 3);
			taps.data.forEach((tap, index) => expect(fit.taps[index]).toBeCloseTo(tap, 9));
			expect(fit.bias).toBeCloseTo(bias, 9);
			expect(fit.leftOver).toBeLessThan(1e-6);
		}
	);

	test('never leaves more than a scale and a shift, and fitted + difference is the target', () => {
		for (const seed of [1, 2, 3]) {
			const maps = randomTensor('maps', [1, 2, 7, 8], seed, 0, 1);
			const from = { values: maps.data.subarray(0, 56), columns: 8 };
			const to = maps.data.subarray(56);
			const fits = ([1, 3] as const).map((side) => fitKernel(from, to, side));
			expect(fits[1]!.leftOver).toBeLessThan(fits[0]!.leftOver);
			expect(fits[0]!.leftOver).toBeLessThanOrEqual(1);
			to.forEach((value, place) =>
				expect(fits[1]!.fitted[place]! + fits[1]!.difference[place]!).toBeCloseTo(value, 5)
			);
		}
	});

	test('from a flat map only the mean can be had', () => {
		const fit = fitKernel(
			{ values: new Float32Array(9), columns: 3 },
			square('1 2 3 4 5 6 7 8 9'),
			3
		);
		expect([...fit.taps]).toEqual(new Array(9).fill(0));
		expect(fit.bias).toBeCloseTo(5, 10);
		expect(fit.leftOver).toBeCloseTo(1, 6);
		expect(
			fitKernel({ values: square('1 2 3 4'), columns: 2 }, [5, 5, 5, 5], 1).leftOver
		).toBeNaN();
	});
});
