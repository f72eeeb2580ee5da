/** The time of a block in words, with as many digits as the clock tells. */

/** A clock of a larger step, in milliseconds, does not tell the times of blocks apart. */
export const COARSE_CLOCK = 0.25;

/** @param clockStep smallest time that the clock tells, in milliseconds */
export function formatBlockTime(milliseconds: number, clockStep: number): string {
	return `${milliseconds.toFixed(clockStep > COARSE_CLOCK ? 0 : 1)} ms`;
}
