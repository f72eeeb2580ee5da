import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphEngine } from '../../../../tests/support/graph-engine.ts';
import { useBackend } from '../../../../tests/support/tensorflow.ts';
import { runLive, runStill } from '../limits/experiment.ts';
import { PIXEL, runBatches, unbiasedVariance, type BatchSetting } from './batch-statistics.ts';

const setting: BatchSetting = {
	mode: 'training',
	pixel: 2,
	first: [0, 4],
	next: [0, 10],
	norm: { gamma: 1, beta: 0, mean: 1, variance: 4 }
};

const live = async (given: BatchSetting) =>
	(await runLive(runBatches, graphEngine(), given)).result;

describe('pixel 2 in {0, 2, 4} and in {0, 2, 10}, on TensorFlow.js', () => {
	useBackend('cpu');

	it('gives 0.000 and −0.463 in training mode', async () => {
		const { batches } = await live(setting);
		expect(batches.first.outputs[PIXEL]).toBeCloseTo(0, 6);
		expect(batches.next.outputs[PIXEL]!.toFixed(3)).toBe('-0.463');
	});

	it('gives the same both times in evaluation mode', async () => {
		const { batches } = await live({ ...setting, mode: 'evaluation' });
		expect(batches.first.outputs[PIXEL]).toBe(batches.next.outputs[PIXEL]);
		expect(batches.first.outputs[PIXEL]!.toFixed(3)).toBe('0.500');
	});

	it('can be folded for the batch at hand, and is wrong for the next', async () => {
		const { first, next } = (await live(setting)).batches;
		expect(first.folds.first.within).toBe(true);
		expect(next.folds.first.difference).toBeGreaterThan(0.1);
		expect(next.folds.next.within).toBe(true);
		expect(first.folds.next.difference).toBeGreaterThan(0.1);
		expect(first.folds.stored.within || next.folds.stored.within).toBe(false);
	});

	it('can be folded for every batch in evaluation mode', async () => {
		const { first, next } = (await live({ ...setting, mode: 'evaluation' })).batches;
		expect(first.folds.stored.within && next.folds.stored.within).toBe(true);
		expect(first.folds.first.within).toBe(false);
	});

	it('normalises with the biased variance, and would store the unbiased', async () => {
		const { first } = (await live(setting)).batches;
		expect(first.line.mean).toBeCloseTo(2, 6);
		expect(first.line.variance).toBeCloseTo(8 / 3, 5);
		expect(first.unbiased).toBe(4);
	});

	it('is what the still figure shows', async () => {
		for (const mode of ['training', 'evaluation'] as const) {
			const given = { ...setting, mode };
			const still = runStill(runBatches, given).batches;
			const { batches } = await live(given);
			for (const name of ['first', 'next'] as const) {
				batches[name].outputs.forEach((value, index) =>
					expect(still[name].outputs[index]).toBeCloseTo(value, 5)
				);
				expect(still[name].line.shift).toBeCloseTo(batches[name].line.shift, 5);
			}
		}
	});
});

it('the unbiased variance is the biased one times N / (N − 1)', () => {
	const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 9 });
	fc.assert(
		fc.property(values, (list) => {
			const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
			const biased = list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / list.length;
			const factor = list.length / (list.length - 1);
			expect(unbiasedVariance(list)).toBeCloseTo(biased * factor, 8);
		})
	);
});
