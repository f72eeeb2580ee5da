import { describe, expect, test } from 'vitest';
import { fitKernel } from '#lib/core/maps/fit-kernel.ts';
import { STILL_WEIGHTS, stillMaps } from '../similar-maps/still-maps.ts';
import { HALVES_MODULES, takeApart } from './ghost-halves.ts';

describe.each(HALVES_MODULES)('%s', (module) => {
	const halves = takeApart(module, stillMaps(), STILL_WEIGHTS);
	const columns = halves.primary.shape[3]!;

	test('has as many ghosts as primary maps', () => {
		expect(halves.pairs).toHaveLength(module === 'blocks.0.0.ghost1' ? 16 : 8);
		expect(halves.ghosts.shape).toEqual(halves.primary.shape);
		expect(halves.input.shape[1]).toBe(module === 'blocks.0.0.ghost1' ? 16 : 32);
	});

	test('each ghost is its primary map under its kernel, its bias and, in the first, a ReLU', () => {
		for (const { primary, ghost, taps, bias } of halves.pairs) {
			const rows = primary.length / columns;
			ghost.forEach((value, place) => {
				let sum = bias;
				taps.forEach((tap, index) => {
					const row = Math.floor(place / columns) + Math.floor(index / 3) - 1;
					const column = (place % columns) + (index % 3) - 1;
					const inside = row >= 0 && row < rows && column >= 0 && column < columns;
					if (inside) sum += tap * primary[row * columns + column]!;
				});
				expect(value).toBeCloseTo(halves.relu ? Math.max(0, sum) : sum, 3);
			});
		}
	});
});

test('without a ReLU the fit finds the trained kernel again', () => {
	const { primary, pairs } = takeApart('blocks.0.0.ghost2', stillMaps(), STILL_WEIGHTS);
	const columns = primary.shape[3]!;
	for (const { primary: from, ghost, taps, bias } of pairs) {
		const fit = fitKernel({ values: from, columns }, ghost, 3);
		expect(fit.leftOver).toBeLessThan(1e-3);
		taps.forEach((tap, index) => expect(fit.taps[index]).toBeCloseTo(tap, 2));
		expect(fit.bias).toBeCloseTo(bias, 2);
	}
});
