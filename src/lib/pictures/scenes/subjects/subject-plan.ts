/** What a subject's module gives: its solids and how it takes to being turned. */
import type { Chance } from '../chance.ts';
import type { Palette } from '../colour.ts';
import type { Solid } from '../solid.ts';

export interface SubjectPlan {
	/** About one unit high or wide, its foot at the origin, x to the right, z towards the reader. */
	readonly solids: readonly Solid[];
	/**
	 * Where some sides would not be recognised: the subject swings to and fro between these degrees
	 * about its upright axis while the dial makes a full turn. Without it, it turns all the way.
	 */
	readonly swing?: readonly [least: number, most: number];
	/** It floats: its foot stays where it is, below the ground, and is not lifted when it leans. */
	readonly floats?: boolean;
}

/** Draws the proportions of one subject from the chances of its variant. */
export type SubjectBuilder = (chance: Chance, palette: Palette) => SubjectPlan;
