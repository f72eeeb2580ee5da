/** How far two float32 results of one sum may be apart. */
import type { Tensor } from '#lib/core/tensor.ts';

/** Absolute, and in shares of the largest value. */
const FLOAT32_TOLERANCE = 1e-5;

/** 1e-5, and 1e-5 of the largest of these values. */
export function toleranceOf({ data }: Pick<Tensor, 'data'>): number {
	const largest = data.reduce((high, value) => Math.max(high, Math.abs(value)), 0);
	return FLOAT32_TOLERANCE + FLOAT32_TOLERANCE * largest;
}
