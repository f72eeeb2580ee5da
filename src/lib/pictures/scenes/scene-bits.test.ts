/**
 * Pictures keep their bytes: networks were trained on them and addresses lead to them. The fixture is
 * also what a browser is held against (`tests/e2e/scene-bits.spec.ts`); after a change that is meant,
 * `npx vitest run -u src/lib/pictures/scenes` writes it anew, and the networks must be trained anew.
 */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { drawScene } from './draw-scene.ts';
import { sampleScene } from './sample-scene.ts';
import { SAMPLE_SCENES } from './samples.ts';
import { SUBJECTS, type Scene } from './scene.ts';

function hashOf(scene: Scene, width: number, height: number): string {
	return createHash('sha256')
		.update(drawScene(scene, width, height).rgb)
		.digest('hex');
}

/** Seeds as the networks meet them, mixtures of two styles, other sizes and shapes. */
const OTHERS: readonly [seed: number, fixed: Partial<Scene>, width: number, height: number][] = [
	...SUBJECTS.map((subject, index) => {
		const fixed = { subject, style: index % 3, noise: 0.3 };
		return [1_000_000 + index, fixed, 64, 64] as [number, Partial<Scene>, number, number];
	}),
	[1, { style: 0.5 }, 64, 64],
	[2, { style: 1.4 }, 64, 64],
	[4_294_967_295, { clutter: 4, lean: -30, elevation: 60, size: 1.4 }, 64, 64],
	[3, { style: 0 }, 224, 224],
	[4, { style: 2 }, 96, 64],
	[5, { style: 1 }, 31, 70]
];

it('draws the stored bytes', async () => {
	const stored = {
		samples: Object.fromEntries(
			SAMPLE_SCENES.map(({ name, scene }) => [name, hashOf(scene, 64, 64)])
		),
		others: OTHERS.map(([seed, fixed, width, height]) => ({
			seed,
			fixed,
			width,
			height,
			sha256: hashOf(sampleScene(seed, fixed), width, height)
		}))
	};
	await expect(`${JSON.stringify(stored, null, '\t')}\n`).toMatchFileSnapshot(
		'../../../../tests/fixtures/scenes/hashes.json'
	);
});
