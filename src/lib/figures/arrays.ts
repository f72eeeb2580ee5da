/** Schemas of the arrays that figures take; their values are not looked at one by one. */
import * as v from 'valibot';

export const float32Array = v.custom<Float32Array>((value) => value instanceof Float32Array);
/** Red, green, blue, alpha. */
export const rgbaBytes = v.custom<Uint8ClampedArray<ArrayBuffer>>(
	(value) => value instanceof Uint8ClampedArray
);
