/**
 * How a network is trained: everything that decides the weights, beside the network's table and the
 * picture generator. The same recipe and seed give the same weights on the same kind of machine.
 */

/** Whole numbers from `first` on; each is the seed of one scene. */
export interface SeedRange {
	readonly first: number;
	readonly count: number;
}

export interface Recipe {
	/** Rows and columns of the pictures. */
	readonly side: number;
	/** Of the first weights, the order of the pictures, their shifts and the dropout. */
	readonly seed: number;
	/** Times each picture is seen. */
	readonly epochs: number;
	/** Pictures a step. */
	readonly batch: number;
	/** Highest learning rate; see `learningRateAt`. */
	readonly peakRate: number;
	/** Share of all steps in which the rate rises from 0 to its peak. */
	readonly warmUp: number;
	readonly momentum: number;
	/** Share of a kernel that each step takes away, times the learning rate; not of BN and biases. */
	readonly weightDecay: number;
	/** Share of the target that goes to all classes alike. */
	readonly labelSmoothing: number;
	/** Pictures are moved by up to this many rows and columns. */
	readonly shift: number;
	/** Half of the pictures are mirrored, left for right. */
	readonly mirror: boolean;
	readonly trainingSeeds: SeedRange;
	/** Watched after each epoch, never learned from. */
	readonly validationSeeds: SeedRange;
	/** On these the finished file is examined, once. */
	readonly testSeeds: SeedRange;
}

/** The recipe of the shipped networks. */
const SHIPPED: Recipe = {
	side: 64,
	seed: 1,
	epochs: 20,
	batch: 64,
	peakRate: 0.1,
	warmUp: 0.2,
	momentum: 0.9,
	weightDecay: 2e-4,
	labelSmoothing: 0.05,
	shift: 3,
	mirror: true,
	trainingSeeds: { first: 1_000_000, count: 20_000 },
	validationSeeds: { first: 2_000_000, count: 1_000 },
	testSeeds: { first: 3_000_000, count: 5_000 }
};

/** A training of a minute, which shows on any machine that all of it works. */
const MINIATURE: Recipe = {
	...SHIPPED,
	side: 32,
	epochs: 6,
	batch: 32,
	shift: 1,
	trainingSeeds: { first: 1_000_000, count: 4_000 },
	validationSeeds: { first: 2_000_000, count: 200 },
	testSeeds: { first: 3_000_000, count: 500 }
};

export const RECIPES = { shipped: SHIPPED, miniature: MINIATURE } as const;

export type RecipeName = keyof typeof RECIPES;

/** Steps in one epoch; pictures that do not fill a batch wait for the next epoch's order. */
export function stepsPerEpoch({ trainingSeeds, batch }: Recipe): number {
	return Math.floor(trainingSeeds.count / batch);
}

export function totalSteps(recipe: Recipe): number {
	return recipe.epochs * stepsPerEpoch(recipe);
}

/**
 * The learning rate of a step, counted from 0: a straight line up to the peak and a straight line down
 * to zero. Only + − × ÷, so that every machine computes the same rate.
 */
export function learningRateAt(step: number, recipe: Recipe): number {
	const steps = totalSteps(recipe);
	const rising = Math.max(1, Math.round(steps * recipe.warmUp));
	if (step < rising) return (recipe.peakRate * (step + 1)) / rising;
	return (recipe.peakRate * (steps - step)) / (steps - rising);
}
