import { expect, it } from 'vitest';
import { en } from '#lib/strings/en.ts';
import { lineOf, type Setting } from './batch-norm-line.ts';
import { interceptFormula, lineFormula, slopeFormula } from './line-formulas.ts';

const words = en.batchNorm;
const byHand: Setting = { gamma: 3, beta: 1, mean: 3, variance: 4 };
const negative: Setting = { gamma: -1, beta: -2, mean: -0.5, variance: 3 };

it('puts the numbers of a setting that comes out even', () => {
	expect(lineFormula(byHand, words).values).toEqual({
		gamma: '3',
		beta: '1',
		mean: '3',
		variance: '4'
	});
	expect(slopeFormula(byHand, lineOf(byHand), words).values).toEqual({
		gamma: '3',
		root: '2',
		equal: '=',
		slope: '1.5'
	});
	expect(interceptFormula(byHand, lineOf(byHand), words).values).toEqual({
		beta: '1',
		mean: '3',
		slope: '1.5',
		equal: '=',
		intercept: '−3.5'
	});
});

it('brackets what is negative, and does not call equal what is rounded', () => {
	expect(lineFormula(negative, words).values).toMatchObject({ beta: '(−2)', mean: '(−0.5)' });
	expect(slopeFormula(negative, lineOf(negative), words).values).toMatchObject({
		root: '1.73',
		equal: '≈',
		slope: '−0.577'
	});
	expect(interceptFormula(negative, lineOf(negative), words).values).toMatchObject({
		slope: '(−0.577)',
		equal: '≈',
		intercept: '−2.29'
	});
});

it('says each formula in words', () => {
	expect(slopeFormula(byHand, lineOf(byHand), words).sentence).toContain('3 divided by 2 is 1.5');
	expect(interceptFormula(byHand, lineOf(byHand), words).sentence).toContain(
		'1 minus 3 times 1.5 is −3.5'
	);
});
