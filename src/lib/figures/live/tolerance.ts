/** How far two float32 results of one sum may be apart. */
import type { Tensor } from '#lib/core/tensor.ts';

/** Absolute, and in shares of the largest value. */
const FLOAT32_TOLERANCE = 1e-5;

/** For results whose largest value is `largest`: 1e-5, and 1e-5 of it. */
export function toleranceFor(largest: number): number {
	return FLOAT32_TOLERANCE + FLOAT32_TOLERANCE * largest;
}

/** The same for these values. */
export function toleranceOf({ data }: Pick<Tensor, 'data'>): number {
	return toleranceFor(data.reduce((high, value) => Math.max(high, Math.abs(value)), 0));
}
