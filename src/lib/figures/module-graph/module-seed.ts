/** The seed of the weights that the five drawings run on, in every figure that shows them. */
export const MODULE_SEED = 1;
