/** Twenty scenes to begin with, shipped as seeds: what stands here beside a seed replaces its own. */
import { sampleScene } from './sample-scene.ts';
import type { Scene } from './scene.ts';

interface SampleScene {
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
	sample('red-ball', 9, { subject: 'ball', style: 0, hue: 0, noise: 0 }),
	sample('mug-in-the-evening', 10, { subject: 'mug', style: 0, noise: 0 }),
	sample('toadstool', 12, { subject: 'mushroom', style: 0, hue: 2, noise: 0 }),
	sample('snowman', 9, { subject: 'snowman', style: 0, noise: 0 }),
	sample('sailing-out', 1, { subject: 'sailing-boat', style: 0, noise: 0 }),
	sample('striped-fish', 4, { subject: 'fish', style: 0, noise: 0 }),
	sample('fir', 9, { subject: 'tree', style: 0, hue: 110, noise: 0 }),
	sample('die', 3, { subject: 'cube', style: 0, noise: 0 }),
	sample('life-ring', 3, { subject: 'ring', style: 0, noise: 0 }),
	sample('road-cone', 14, { subject: 'cone', style: 0, hue: 15, noise: 0 }),
	sample('autumn-tree', 3, { subject: 'tree', style: 0, hue: 30, noise: 0 }),
	sample('beach-ball', 12, { subject: 'ball', style: 0, noise: 0 }),
	sample('toy-block', 12, { subject: 'cube', style: 0, noise: 0 }),
	sample('blue-mushroom', 1, { subject: 'mushroom', style: 1, hue: 220, noise: 0 }),
	sample('poster-mug', 3, { subject: 'mug', style: 1, noise: 0 }),
	sample('poster-boat', 9, { subject: 'sailing-boat', style: 1, noise: 0 }),
	sample('poster-cone', 12, { subject: 'cone', style: 1, noise: 0 }),
	sample('ring-in-ink', 1, { subject: 'ring', style: 2, noise: 0 }),
	sample('fish-in-ink', 1, { subject: 'fish', style: 2, noise: 0 }),
	sample('snowman-in-ink', 12, { subject: 'snowman', style: 2, noise: 0 })
];
