import { expect, it } from 'vitest';
import { en } from '#lib/strings/en.ts';
import { biasFormula } from './bias-formula.ts';

it('adds up as it is shown', () => {
	const numbers = { bias: 4, beta: 1, mean: 3, scale: 1.5, result: 2.5 };
	const { values, sentence } = biasFormula(numbers, en.batchNorm);
	expect(values).toEqual({
		beta: '1',
		bias: '4',
		mean: '3',
		scale: '1.5',
		equal: '=',
		result: '2.5'
	});
	expect(sentence).toContain('1 plus 4 minus 3, times 1.5, is 2.5');
});

it('brackets what is negative, and says what is rounded', () => {
	const numbers = { bias: 0, beta: -0.2, mean: -0.5, scale: -0.57735, result: -0.488675 };
	expect(biasFormula(numbers, en.batchNorm).values).toMatchObject({
		mean: '(−0.5)',
		scale: '(−0.577)',
		equal: '≈',
		result: '−0.489'
	});
});
