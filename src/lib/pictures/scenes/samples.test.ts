import { describe, expect, it } from 'vitest';
import { sampleScene } from './sample-scene.ts';
import { SAMPLE_SCENES } from './samples.ts';
import { parseScene } from './scene-schema.ts';
import { SUBJECTS, type Subject } from './scene.ts';

/** Words in a sample's name that say what it shows. */
const WORDS: readonly [word: string, subject: Subject][] = [
	['ball', 'ball'],
	['die', 'cube'],
	['block', 'cube'],
	['cone', 'cone'],
	['ring', 'ring'],
	['mug', 'mug'],
	['toadstool', 'mushroom'],
	['mushroom', 'mushroom'],
	['snowman', 'snowman'],
	['fir', 'tree'],
	['tree', 'tree'],
	['fish', 'fish'],
	['boat', 'sailing-boat'],
	['sailing', 'sailing-boat']
];

describe('SAMPLE_SCENES', () => {
	it('are twenty, with names of their own', () => {
		expect(new Set(SAMPLE_SCENES.map(({ name }) => name)).size).toBe(20);
		expect(SAMPLE_SCENES).toHaveLength(20);
		for (const { name } of SAMPLE_SCENES) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
	});

	it('show all subjects in all styles, most of them shaded', () => {
		expect(new Set(SAMPLE_SCENES.map(({ scene }) => scene.subject))).toEqual(new Set(SUBJECTS));
		const inStyle = (style: number) =>
			SAMPLE_SCENES.filter(({ scene }) => scene.style === style).length;
		expect(inStyle(0)).toBeGreaterThan(10);
		expect(inStyle(1)).toBeGreaterThanOrEqual(3);
		expect(inStyle(2)).toBeGreaterThanOrEqual(3);
	});

	it.each(SAMPLE_SCENES)('$name is what its name says, from its seed', (sample) => {
		const { name, seed, fixed, scene } = sample;
		const words = name.split('-');
		const meant = WORDS.filter(([word]) => words.includes(word)).map(([, subject]) => subject);
		expect(new Set(meant)).toEqual(new Set([scene.subject]));
		expect(scene).toEqual(sampleScene(seed, fixed));
		expect(parseScene(scene)).toEqual(scene);
		if (words.includes('ink')) expect(scene.style).toBe(2);
		if (words.includes('poster')) expect(scene.style).toBe(1);
	});
});
