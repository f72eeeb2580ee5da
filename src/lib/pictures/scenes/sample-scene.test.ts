import { describe, expect, it } from 'vitest';
import { sampleScene } from './sample-scene.ts';
import { parseScene } from './scene-schema.ts';
import { DIALS, STYLES, SUBJECTS, type Scene } from './scene.ts';

const SEEDS = 3000;
const scenes = Array.from({ length: SEEDS }, (_, seed) => sampleScene(seed));

/** Five standard deviations of a count with the given share. */
const slack = (share: number) => 5 * Math.sqrt(SEEDS * share * (1 - share));

describe('sampleScene', () => {
	it('gives the same scene for a seed, and others for others', () => {
		expect(sampleScene(4294967295)).toEqual(sampleScene(4294967295));
		expect(new Set(scenes.map(({ variant }) => variant)).size).toBe(SEEDS);
	});

	it.each(SUBJECTS)('draws a %s in a tenth of all cases', (subject) => {
		const count = scenes.filter((scene) => scene.subject === subject).length;
		expect(Math.abs(count - SEEDS / 10)).toBeLessThan(slack(0.1));
	});

	it.each(Object.values(STYLES))(
		'draws style %i in a third of all cases, for every subject',
		(style) => {
			const inStyle = scenes.filter((scene) => scene.style === style);
			expect(Math.abs(inStyle.length - SEEDS / 3)).toBeLessThan(slack(1 / 3));
			for (const subject of SUBJECTS) {
				const count = inStyle.filter((scene) => scene.subject === subject).length;
				expect(Math.abs(count - SEEDS / 30)).toBeLessThan(slack(1 / 30));
			}
		}
	);

	it.each(DIALS)(
		'keeps $key within its dial, on its steps',
		({ key, step, wraps, least, most }) => {
			for (const scene of scenes) {
				const steps = scene[key] * Math.round(1 / step);
				expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-9);
				expect(() => parseScene(scene)).not.toThrow();
			}
			const values = scenes.map((scene) => scene[key]);
			const spread = Math.max(...values) - Math.min(...values);
			expect(spread).toBeGreaterThan((wraps ? 0.95 : 0.3) * (most - least));
		}
	);

	it.each([...DIALS.map(({ key }) => key), 'variant'] as (keyof Scene)[])(
		'changes nothing else when %s is fixed',
		(key) => {
			for (const seed of [1, 2, 3]) {
				expect(sampleScene(seed, { [key]: 1 })).toEqual({ ...sampleScene(seed), [key]: 1 });
			}
		}
	);
});
