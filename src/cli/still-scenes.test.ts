import { expect, it } from 'vitest';
import { drawScene } from '#lib/pictures/scenes/draw-scene.ts';
import { SAMPLE_SCENES } from '#lib/pictures/scenes/samples.ts';
import toadstool from '#lib/figures/kernel-on-picture/toadstool.scene';
import { sceneModule } from './still-scenes.ts';

it('imports the very picture that the worker draws', () => {
	const { scene } = SAMPLE_SCENES.find(({ name }) => name === 'toadstool')!;
	const drawn = drawScene(scene, 64, 64);
	expect([toadstool.width, toadstool.height]).toEqual([64, 64]);
	expect(Buffer.from(toadstool.rgb).equals(Buffer.from(drawn.rgb))).toBe(true);
});

it('says what is wrong with a file', () => {
	expect(() => sceneModule('toadstool\n')).toThrow(
		'expected the name of a sample and a side, found "toadstool"'
	);
	expect(() => sceneModule('no-such-thing 64\n')).toThrow(
		'expected one of the samples, found "no-such-thing"'
	);
});
