import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareLogits, softmax, topClasses, topOfEither } from './predictions.ts';

describe('softmax', () => {
	it('is 1/4 and 3/4 for 0 and ln 3', () => {
		expect([...softmax([0, Math.log(3)])]).toEqual([
			expect.closeTo(0.25, 15),
			expect.closeTo(0.75, 15)
		]);
	});

	it('does not overflow', () => {
		expect([...softmax([1000, 1000])]).toEqual([0.5, 0.5]);
	});

	it('adds up to 1 and keeps the order', () => {
		const logits = fc.array(fc.float({ noNaN: true, min: -80, max: 80 }), { minLength: 1 });
		fc.assert(
			fc.property(logits, (values) => {
				const probabilities = softmax(values);
				expect(probabilities.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
				const largest = values.indexOf(Math.max(...values));
				expect(probabilities[largest]).toBe(Math.max(...probabilities));
			})
		);
	});

	it('says NaN where a logit is no finite number', () => {
		expect([...softmax([1, Infinity])]).toEqual([NaN, NaN]);
	});
});

describe('topClasses', () => {
	it('ranks, with equal ones in their order', () => {
		const ranked = topClasses([1, 3, 2, 3], 3);
		expect(ranked.map(({ index, logit }) => [index, logit])).toEqual([
			[1, 3],
			[3, 3],
			[2, 2]
		]);
	});

	it('gives fewer than asked when there are fewer', () => {
		expect(topClasses([4])).toEqual([{ index: 0, probability: 1, logit: 4 }]);
	});
});

describe('compareLogits', () => {
	it('finds the largest difference and scales the tolerance with the reference', () => {
		const agreement = compareLogits(Float32Array.of(1, -4), Float32Array.of(1, -4.5));
		expect(agreement).toEqual({
			difference: 0.5,
			tolerance: expect.closeTo(5e-5, 12) as number,
			within: false
		});
	});

	it('is within tolerance for equal lists and never for NaN', () => {
		const logits = Float32Array.of(0.5, 2);
		expect(compareLogits(logits, logits).within).toBe(true);
		expect(compareLogits(logits, Float32Array.of(0.5, NaN)).within).toBe(false);
		expect(compareLogits(logits, Float32Array.of(NaN, 2)).within).toBe(false);
	});

	it('refuses other lengths', () => {
		expect(() => compareLogits(new Float32Array(2), new Float32Array(3))).toThrow('2 and 3');
	});
});

describe('topOfEither', () => {
	it('has the top of both runs, in the order of the first', () => {
		const found = topOfEither([0, 3, 1, 2], [9, 8, 0, 0], 2);
		expect(found.map(({ index, a, b }) => [index, a.logit, b.logit])).toEqual([
			[1, 3, 8],
			[3, 2, 0],
			[0, 0, 9]
		]);
	});

	it('refuses other lengths', () => {
		expect(() => topOfEither([1], [1, 2])).toThrow('1 and 2');
	});
});
