/** Twenty scenes to begin with, shipped as seeds: what stands here beside a seed replaces its own. */
import { sampleScene } from './sample-scene.ts';
import type { Scene } from './scene.ts';

export interface SampleScene {
	/** For addresses and files; the page's words for it are in the catalogue. */
	readonly name: string;
	readonly seed: number;
	readonly fixed: Readonly<Partial<Scene>>;
	/** `sampleScene(seed, fixed)`. */
	readonly scene: Scene;
}

function sample(name: string, seed: number, fixed: Partial<Scene>): SampleScene {
	return { name, seed, fixed, scene: sampleScene(seed, fixed) };
}

/** In the order of the page's list. */
export const SAMPLE_SCENES: readonly SampleScene[] = [
	sample('red-ball', 11, { subject: 'ball', style: 0, hue: 0, noise: 0 }),
	sample('mug-in-the-evening', 12, { subject: 'mug', style: 0, noise: 0 }),
	sample('toadstool', 13, { subject: 'mushroom', style: 0, hue: 2, noise: 0 }),
	sample('snowman', 14, { subject: 'snowman', style: 0, noise: 0 }),
	sample('sailing-out', 15, { subject: 'sailing-boat', style: 0, noise: 0 }),
	sample('striped-fish', 16, { subject: 'fish', style: 0, noise: 0 }),
	sample('fir', 17, { subject: 'tree', style: 0, hue: 110, noise: 0 }),
	sample('die', 18, { subject: 'cube', style: 0, noise: 0 }),
	sample('life-ring', 19, { subject: 'ring', style: 0, noise: 0 }),
	sample('road-cone', 20, { subject: 'cone', style: 0, hue: 15, noise: 0 }),
	sample('autumn-tree', 21, { subject: 'tree', style: 0, hue: 30, noise: 0 }),
	sample('beach-ball', 22, { subject: 'ball', style: 0, noise: 0 }),
	sample('toy-block', 23, { subject: 'cube', style: 0, noise: 0 }),
	sample('blue-mushroom', 24, { subject: 'mushroom', style: 1, hue: 220, noise: 0 }),
	sample('poster-mug', 25, { subject: 'mug', style: 1, noise: 0 }),
	sample('poster-boat', 26, { subject: 'sailing-boat', style: 1, noise: 0 }),
	sample('poster-cone', 27, { subject: 'cone', style: 1, noise: 0 }),
	sample('ring-in-ink', 28, { subject: 'ring', style: 2, noise: 0 }),
	sample('fish-in-ink', 29, { subject: 'fish', style: 2, noise: 0 }),
	sample('snowman-in-ink', 30, { subject: 'snowman', style: 2, noise: 0 })
];
