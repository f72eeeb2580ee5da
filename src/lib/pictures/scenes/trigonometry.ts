/**
 * Sine and cosine from + − × ÷ alone. `Math.sin` may differ in its last bits between engines; these
 * give every reader the same picture. The polynomial is Taylor's up to the 13th power, on a quarter
 * turn to each side of zero, where the first term left out is below 7e-10.
 */

const RADIANS_PER_TURN = 6.283185307179586;

/** Sine of an angle in degrees, at most 7e-10 off. */
export function sinDegrees(degrees: number): number {
	const turns = degrees / 360;
	let share = turns - Math.floor(turns + 0.5);
	if (share > 0.25) share = 0.5 - share;
	else if (share < -0.25) share = -0.5 - share;
	const x = share * RADIANS_PER_TURN;
	const square = x * x;
	let sum = 1 / 6227020800;
	sum = sum * square - 1 / 39916800;
	sum = sum * square + 1 / 362880;
	sum = sum * square - 1 / 5040;
	sum = sum * square + 1 / 120;
	sum = sum * square - 1 / 6;
	return x + x * square * sum;
}

/** Cosine of an angle in degrees, at most 7e-10 off. */
export function cosDegrees(degrees: number): number {
	return sinDegrees(degrees + 90);
}
