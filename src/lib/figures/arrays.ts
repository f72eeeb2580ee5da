/**
 * Schemas of the arrays that figures take. Pages hand them over as they are, and their values are not
 * looked at one by one; who writes a lesson writes a list of numbers.
 */
import * as v from 'valibot';

const numbers = v.array(v.number());

export const float32Array = v.union([
	v.custom<Float32Array>((value) => value instanceof Float32Array),
	v.pipe(
		numbers,
		v.transform((values): Float32Array => Float32Array.from(values))
	)
]);
/** Red, green, blue, alpha. */
export const rgbaBytes = v.union([
	v.custom<Uint8ClampedArray<ArrayBuffer>>((value) => value instanceof Uint8ClampedArray),
	v.pipe(
		numbers,
		v.transform((values): Uint8ClampedArray<ArrayBuffer> => Uint8ClampedArray.from(values))
	)
]);
