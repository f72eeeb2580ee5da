/** The numbers of a safetensors file: bytes to float32 and back. */
import { fromBfloat16, fromFloat16, toBfloat16, toFloat16 } from './half-float.ts';

/** The types in which weights are read and written. */
export const FLOAT_TYPES = ['F32', 'F16', 'BF16'] as const;
export type FloatType = (typeof FLOAT_TYPES)[number];

export function isFloatType(dtype: string): dtype is FloatType {
	return FLOAT_TYPES.some((type) => type === dtype);
}

export function bytesPerValue(dtype: FloatType): number {
	return dtype === 'F32' ? 4 : 2;
}

/** Converts every value in `bytes` (little-endian) and writes them to `target` from `offset` on. */
export function decodeValues(
	bytes: Uint8Array,
	dtype: FloatType,
	target: Float32Array,
	offset = 0
): void {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const count = bytes.length / bytesPerValue(dtype);
	if (dtype === 'F32') {
		for (let i = 0; i < count; i++) target[offset + i] = view.getFloat32(4 * i, true);
		return;
	}
	const value = dtype === 'F16' ? fromFloat16 : fromBfloat16;
	for (let i = 0; i < count; i++) target[offset + i] = value(view.getUint16(2 * i, true));
}

/**
 * Writes `values` to `view` from byte `begin` on.
 *
 * @returns the index of the first value that the type cannot hold (NaN, or too large); `undefined`
 * when all were written
 */
export function encodeValues(
	values: Float32Array,
	dtype: FloatType,
	view: DataView,
	begin: number
): number | undefined {
	const convert = dtype === 'F16' ? toFloat16 : toBfloat16;
	for (let i = 0; i < values.length; i++) {
		const value = values[i]!;
		if (!Number.isFinite(value)) return i;
		if (dtype === 'F32') {
			view.setFloat32(begin + 4 * i, value, true);
			continue;
		}
		const code = convert(value);
		if (code === undefined) return i;
		view.setUint16(begin + 2 * i, code, true);
	}
	return undefined;
}
