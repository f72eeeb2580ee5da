import { expect, test } from 'vitest';
import { learningRateAt, RECIPES, totalSteps, type Recipe } from './recipe.ts';

const recipe: Recipe = {
	...RECIPES.shipped,
	epochs: 10,
	batch: 8,
	peakRate: 0.5,
	warmUp: 0.2,
	trainingSeeds: { first: 0, count: 83 }
};

test('an epoch has whole batches only', () => {
	expect(totalSteps(recipe)).toBe(100);
});

test('the rate rises to its peak, falls in a straight line, and ends just above zero', () => {
	expect(learningRateAt(0, recipe)).toBe(0.5 / 20);
	expect(learningRateAt(19, recipe)).toBe(0.5);
	expect(learningRateAt(20, recipe)).toBe(0.5);
	expect(learningRateAt(60, recipe)).toBe(0.25);
	expect(learningRateAt(99, recipe)).toBe(0.5 / 80);
});

test.each(Object.values(RECIPES))(
	'no picture of the examination or the validation is learned from',
	(one) => {
		const ranges = [one.trainingSeeds, one.validationSeeds, one.testSeeds];
		ranges.sort((a, b) => a.first - b.first);
		ranges.slice(1).forEach(({ first }, index) => {
			const before = ranges[index]!;
			expect(before.first + before.count).toBeLessThanOrEqual(first);
		});
	}
);
