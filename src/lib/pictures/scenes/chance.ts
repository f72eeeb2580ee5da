/** Seeded choices, the only source of variety in a scene: the same seed gives the same choices. */
import { mulberry32 } from '#lib/core/network/random-weights.ts';

export interface Chance {
	/** Evenly from `least` up to, but not including, `most`. */
	between(least: number, most: number): number;
	/** One of the choices, each as likely. */
	pick<Choice>(choices: readonly [Choice, ...Choice[]]): Choice;
	/** True in the given share of all cases. */
	happens(share: number): boolean;
}

/**
 * The choices of one seed, a whole number from 0 to 4294967295. Streams with different `purpose` have
 * nothing to do with each other, so that what one part of a picture draws moves no other part.
 */
export function chanceOf(seed: number, purpose = 0): Chance {
	const next = mulberry32(seed ^ Math.imul(purpose, 0x9e3779b1));
	// Neighbouring seeds begin alike only in name, but two draws cost nothing.
	next();
	next();
	const unit = () => next() / 4294967296;
	return {
		between: (least, most) => least + (most - least) * unit(),
		pick: (choices) => choices[Math.floor(unit() * choices.length)]!,
		happens: (share) => unit() < share
	};
}
