import { expect, test } from 'vitest';
import { sampleScene } from '#lib/pictures/scenes/sample-scene.ts';
import { parseScene } from '#lib/pictures/scenes/scene-schema.ts';
import { DIALS } from '#lib/pictures/scenes/scene.ts';
import { turnedScene } from './turned-scene.ts';

const seeds = Array.from({ length: 400 }, (_, index) => 3_000_000 + index);
const scenes = seeds.map(turnedScene);

test('the subject and the style are the seed’s own', () => {
	scenes.forEach(({ subject, variant, style }, index) => {
		expect({ subject, variant, style }).toEqual({
			subject: sampleScene(seeds[index]!).subject,
			variant: sampleScene(seeds[index]!).variant,
			style: sampleScene(seeds[index]!).style
		});
	});
	expect(turnedScene(5)).toEqual(turnedScene(5));
});

test.each(DIALS.filter(({ key }) => key !== 'style'))(
	'$key runs from one end of its dial to the other and no farther',
	({ key, least, most }) => {
		const values = scenes.map((scene) => scene[key]);
		const width = most - least;
		expect(Math.min(...values)).toBeLessThanOrEqual(least + 0.03 * width);
		expect(Math.max(...values)).toBeGreaterThanOrEqual(most - 0.03 * width);
		const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
		expect(Math.abs(mean - (least + most) / 2)).toBeLessThan(0.08 * width);
		for (const scene of scenes) parseScene(scene);
	}
);
