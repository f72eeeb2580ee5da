/**
 * Colours of signed numbers for drawings that are written at build time: PuOr, purple negative,
 * orange positive, zero neutral, from the eleven tokens `--puor-0` … `--puor-10`.
 */

/** A CSS colour for `value` on the scale [−limit, limit]. */
export function signedColour(value: number, limit: number): string {
	const position = tokenPosition(value, limit);
	const below = Math.min(9, Math.floor(position));
	const share = Math.round((position - below) * 100);
	return `color-mix(in srgb, var(--puor-${below + 1}) ${share}%, var(--puor-${below}))`;
}

/** Black or white, whichever reads better on that colour; the ends of the ramp are dark. */
export function digitColour(value: number, limit: number): string {
	const position = tokenPosition(value, limit);
	return position < 1.8 || position > 8.8 ? '#ffffff' : '#000000';
}

function tokenPosition(value: number, limit: number): number {
	return 5 * (1 + Math.min(1, Math.max(-1, value / limit)));
}
