/**
 * The seed of the weights that the five drawings run on, in every figure that shows them; chosen so that
 * each of the first four maps shows something else of the picture.
 */
export const MODULE_SEED = 4;
