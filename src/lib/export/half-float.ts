/**
 * 16-bit floats in both directions, rounding to nearest, ties to even.
 *
 * - F16 (IEEE 754 binary16): sign, 5 bits exponent (bias 15), 10 bits fraction.
 * - BF16: the upper half of a float32.
 */

const bits = new Uint32Array(1);
const float = new Float32Array(bits.buffer);

/** The value of an F16 code. */
export function fromFloat16(code: number): number {
	const sign = code & 0x8000 ? -1 : 1;
	const exponent = (code >>> 10) & 31;
	const fraction = code & 1023;
	if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
	if (exponent === 0) return sign * fraction * 2 ** -24;
	return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** The value of a BF16 code. */
export function fromBfloat16(code: number): number {
	bits[0] = code << 16;
	return float[0]!;
}

/** The F16 code nearest to a finite float32; `undefined` when it would be infinite. */
export function toFloat16(value: number): number | undefined {
	float[0] = value;
	const sign = (bits[0]! >>> 16) & 0x8000;
	// Below 2⁻¹⁴ all numbers have the spacing 2⁻²⁴: subnormals, down to zero.
	const exponent = Math.max(-14, ((bits[0]! >>> 23) & 255) - 127);
	const fraction = roundHalfEven(Math.abs(float[0]!) * 2 ** (10 - exponent));
	// The fraction of a normal number holds the implied 1024; 2048 carries into the exponent.
	const code = (exponent + 14) * 1024 + fraction;
	return code < 0x7c00 ? sign | code : undefined;
}

/** The BF16 code nearest to a finite float32; `undefined` when it would be infinite. */
export function toBfloat16(value: number): number | undefined {
	float[0] = value;
	const code = (bits[0]! + 0x7fff + ((bits[0]! >>> 16) & 1)) >>> 16;
	return (code & 0x7f80) === 0x7f80 ? undefined : code;
}

function roundHalfEven(value: number): number {
	const below = Math.floor(value);
	const rest = value - below;
	if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
	return below % 2 === 0 ? below : below + 1;
}
