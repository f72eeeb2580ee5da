/**
 * The eleven steps in which the fold stepper turns a RepGhost module's two branches into one
 * convolution, and the mistakes a reader can make on purpose.
 */

export const FOLD_STEPS = [
	'run',
	'scale-and-shift',
	'scale-kernel',
	'kernel-bias',
	'identity-kernel',
	'scale-identity',
	'identity-bias',
	'add-kernels',
	'add-biases',
	'replace',
	'compare'
] as const;

export type FoldStep = (typeof FOLD_STEPS)[number];

/** Whether `step` is `other` or comes after it. */
export function isFrom(step: FoldStep, other: FoldStep): boolean {
	return FOLD_STEPS.indexOf(step) >= FOLD_STEPS.indexOf(other);
}

/**
 * - `epsilon`: 1e-3 in place of 1e-5 when folding.
 * - `forget-bias`: the branch's bias is left out.
 * - `centre-plus-one`: the centre tap gains 1 in place of γ/σ.
 * - `relu-before-add`: the original has a ReLU inside its depthwise branch, and is folded anyway.
 * - `batch-statistics`: the original is in training mode, and is folded anyway.
 */
export const BREAKAGES = [
	'epsilon',
	'forget-bias',
	'centre-plus-one',
	'relu-before-add',
	'batch-statistics'
] as const;

export type Breakage = (typeof BREAKAGES)[number];
