/** The picture that modules are shown on: a small scene, drawn here and prepared as for the networks. */
import type { Tensor } from '#lib/core/tensor.ts';
import { normalize } from '#lib/pictures/preprocess.ts';
import { drawScene } from '#lib/pictures/scenes/draw-scene.ts';
import { SAMPLE_SCENES } from '#lib/pictures/scenes/samples.ts';

/** Rows and columns: enough to know the thing again, few enough for a map on a wire. */
const SIDE = 24;
const SCENE = 'sailing-out';

let drawn: Tensor | null = null;

/** [1, 3, 24, 24], red, green and blue, normalised; drawn once. */
export function samplePicture(): Tensor {
	if (drawn) return drawn;
	const sample = SAMPLE_SCENES.find(({ name }) => name === SCENE);
	if (!sample) throw new Error(`The scene: expected one called "${SCENE}", found none.`);
	drawn = normalize(drawScene(sample.scene, SIDE, SIDE));
	return drawn;
}
