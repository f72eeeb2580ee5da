/** Scenes beyond what a network learned from: every dial stands anywhere in its range. */
import { mulberry32 } from '#lib/core/network/random-weights.ts';
import { sampleScene } from '#lib/pictures/scenes/sample-scene.ts';
import { DIALS, type Scene } from '#lib/pictures/scenes/scene.ts';

/** Subject, proportions and style are those of `sampleScene(seed)`; every other dial stands as likely here as there. */
export function turnedScene(seed: number): Scene {
	const next = mulberry32(Math.imul(seed, 0x9e3779b1) ^ 0x51ed270b);
	const turned = DIALS.filter(({ key }) => key !== 'style').map(({ key, least, most, step }) => {
		const steps = Math.round((most - least) / step);
		return [key, Math.min(most, least + step * (next() % (steps + 1)))] as const;
	});
	return sampleScene(seed, Object.fromEntries(turned));
}
