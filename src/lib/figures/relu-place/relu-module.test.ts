import { describe, expect, it } from 'vitest';
import { TOY_PICTURES, type ToyPicture } from '#lib/core/fold/toy-module.ts';
import { graphEngine } from '../../../../tests/support/graph-engine.ts';
import { useBackend } from '../../../../tests/support/tensorflow.ts';
import { runLive, runStill } from '../limits/experiment.ts';
import { numbersAt, runReluModule } from './relu-module.ts';
import { reluSum } from './relu-sum.ts';

const pictures = Object.keys(TOY_PICTURES) as ToyPicture[];

describe('the toy on TensorFlow.js', () => {
	useBackend('cpu');

	it.each(pictures)('folds with its ReLU behind the add: %s', async (picture) => {
		const { result } = await runLive(runReluModule, graphEngine(), { place: 'behind', picture });
		expect(result.agreement.within).toBe(true);
		expect(result.wrong).toBe(0);
	});

	it.each(pictures)('does not fold with a ReLU inside each branch: %s', async (picture) => {
		const setting = { place: 'inside', picture } as const;
		const { result } = await runLive(runReluModule, graphEngine(), setting);
		expect(result.agreement.difference).toBeGreaterThan(0.1);
		expect(result.wrong).toBeGreaterThan(0);
	});

	it('is wrong by what the two numbers of each place say', async () => {
		const setting = { place: 'inside', picture: 'diagonal' } as const;
		const { result } = await runLive(runReluModule, graphEngine(), setting);
		const { a, b, difference } = result;
		const foretold = [...a.data].map((value, index) => reluSum(value, b.data[index]!).difference);
		difference.data.forEach((value, index) => expect(value).toBeCloseTo(foretold[index]!, 5));
	});

	it('is what the still figure shows', async () => {
		const setting = { place: 'inside', picture: 'diagonal' } as const;
		const { result } = await runLive(runReluModule, graphEngine(), setting);
		const still = runStill(runReluModule, setting);
		expect(still.agreement.difference).toBeCloseTo(result.agreement.difference, 5);
		expect(still.wrong).toBe(result.wrong);
	});
});

it('numbersAt reads the two numbers of a cell', () => {
	const run = runStill(runReluModule, { place: 'inside', picture: 'diagonal' });
	const { a, b, inside, behind } = numbersAt(run, 0, { row: 3, column: 2 });
	expect([a, b, inside, behind].map((value) => value.toFixed(3))).toEqual([
		...['-1.325', '1.400', '1.400', '0.075']
	]);
	expect(inside).toBeCloseTo(run.original.data[17]!, 5);
	expect(behind).toBeCloseTo(run.folded.data[17]!, 5);
	expect(numbersAt(run, 1, { row: 0, column: 4 }).b).toBeCloseTo(0.05, 3);
});
