/** The picture that modules are shown on: a small scene, prepared as for the networks. */
import { normalize } from '#lib/pictures/preprocess.ts';
import picture from './poster-boat.scene';

/**
 * [1, 3, 24, 24], red, green and blue, normalised: enough pixels to know the thing again, few enough for
 * a map on a wire.
 */
export const SAMPLE_PICTURE = normalize(picture);
