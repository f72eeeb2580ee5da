/** Kernels of our own in TensorFlow.js's registry; only the wasm backend has them. */

/** Inputs a, gammaA, betaA; attributes epsilon, relu; outputs y, meanA, varianceA (the biased one). */
export const BATCH_NORM = 'TrainingBatchNorm';
/** Further input b, maps that are added as they are. */
export const BATCH_NORM_AND_MAPS = 'TrainingBatchNormAndMaps';
/** Further inputs b, gammaB, betaB; further outputs meanB, varianceB. */
export const BATCH_NORM_PAIR = 'TrainingBatchNormPair';

/** Inputs and moments of the forward pass, and dy; outputs da, dGammaA, dBetaA. */
export const BATCH_NORM_GRADIENT = 'TrainingBatchNormGradient';
/** Further output db. */
export const BATCH_NORM_AND_MAPS_GRADIENT = 'TrainingBatchNormAndMapsGradient';
/** Further outputs db, dGammaB, dBetaB. */
export const BATCH_NORM_PAIR_GRADIENT = 'TrainingBatchNormPairGradient';

/** Input x [N, H, W, C]; output [N, 1, 1, C]. */
export const AVERAGE_CHANNELS = 'TrainingAverageChannels';
/** Input dy; attribute inputShape; output dx. */
export const AVERAGE_CHANNELS_GRADIENT = 'TrainingAverageChannelsGradient';

/** Inputs x [N, H, W, C] and factors [N, 1, 1, C]. */
export const SCALE_CHANNELS = 'TrainingScaleChannels';
/** Inputs dy, x, factors; outputs dx, dFactors. */
export const SCALE_CHANNELS_GRADIENT = 'TrainingScaleChannelsGradient';

/** Inputs a, b; attribute channels: how many of both are kept, a's first. */
export const JOIN_CHANNELS = 'TrainingJoinChannels';
/** Input dy; attributes channelsA, channelsB; outputs da, db. */
export const JOIN_CHANNELS_GRADIENT = 'TrainingJoinChannelsGradient';

/**
 * Inputs weight0, gradient0, velocity0, weight1 and so on; attributes learningRate, momentum, decays
 * (one for each weight); outputs the new weights, then the new velocities.
 */
export const MOMENTUM_STEP = 'TrainingMomentumStep';
/** Inputs a0, b0, a1 and so on; attributes sharesA, sharesB; outputs a · shareA + b · shareB. */
export const BLEND = 'TrainingBlend';
