import { expect, it } from 'vitest';
import { toleranceOf } from './tolerance.ts';

it('grows with the largest value, whatever its sign', () => {
	expect(toleranceOf({ data: Float32Array.of(0) })).toBe(1e-5);
	expect(toleranceOf({ data: Float32Array.of(1, -9, 2) })).toBeCloseTo(1e-4, 12);
});
