import { describe, expect, it } from 'vitest';
import { graphEngine } from '../../../../tests/support/graph-engine.ts';
import { useBackend } from '../../../../tests/support/tensorflow.ts';
import { runLive, runStill } from '../limits/experiment.ts';
import { LISTED_VARIANCES, runEpsilon, scaleRatio, type EpsilonSetting } from './epsilon-effect.ts';

const setting: EpsilonSetting = { epsilon: 1e-3, variance: 0.01, bothWrong: false };
const live = async (given: EpsilonSetting) =>
	(await runLive(runEpsilon, graphEngine(), given)).result;

describe('ε = 1e-3 in place of 1e-5, on TensorFlow.js', () => {
	useBackend('cpu');

	it('changes the scale most where the variance is small', async () => {
		const { ratios } = await live(setting);
		const expected = ['0.9995', '0.9951', '0.9539', '0.7106', '0.3162', '0.1000'];
		expect(ratios.map((ratio) => ratio.toFixed(4))).toEqual(expected);
	});

	it('changes it as the formula says', async () => {
		const { ratios, chosen } = await live({ ...setting, epsilon: 0.02, variance: 3e-4 });
		LISTED_VARIANCES.forEach((variance, index) =>
			expect(ratios[index]).toBeCloseTo(scaleRatio(variance, 0.02), 5)
		);
		expect(chosen.ratio).toBeCloseTo(scaleRatio(3e-4, 0.02), 5);
		expect(chosen.right).toBeCloseTo(1 / Math.sqrt(3.1e-4), 2);
	});

	it('breaks a fold whose branches are right', async () => {
		const run = await live(setting);
		expect(run.branchesAgainstOriginal.difference).toBe(0);
		expect(run.foldAgainstBranches.difference).toBeGreaterThan(0.01);
		expect(run.foldAgainstOriginal).toEqual(run.foldAgainstBranches);
	});

	it('is not noticed by comparing two sides that share it', async () => {
		const run = await live({ ...setting, bothWrong: true });
		expect(run.foldAgainstBranches.within).toBe(true);
		expect(run.branchesAgainstOriginal.difference).toBeGreaterThan(0.01);
		expect(run.foldAgainstOriginal.difference).toBeGreaterThan(0.01);
	});

	it('does nothing when it is the right one', async () => {
		const run = await live({ ...setting, epsilon: 1e-5 });
		expect(run.chosen.ratio).toBe(1);
		expect(run.foldAgainstOriginal.within).toBe(true);
	});

	it('is what the still figure shows', async () => {
		for (const bothWrong of [false, true]) {
			const given = { epsilon: 1e-2, variance: 1e-4, bothWrong };
			const still = runStill(runEpsilon, given);
			const run = await live(given);
			expect(still.chosen.ratio).toBeCloseTo(run.chosen.ratio, 5);
			expect(still.foldAgainstOriginal.difference).toBeCloseTo(
				run.foldAgainstOriginal.difference,
				3
			);
			expect(still.foldAgainstBranches.within).toBe(run.foldAgainstBranches.within);
		}
	});
});
