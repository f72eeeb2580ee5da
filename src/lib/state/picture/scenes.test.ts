import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { en } from '#lib/strings/en.ts';
import {
	changeScene,
	DIALS,
	formatChanges,
	nextVariant,
	onDial,
	parseChanges,
	SAMPLE_SLUGS,
	sceneOf,
	SUBJECTS,
	type SceneChanges
} from './scenes.ts';

const anyChanges: fc.Arbitrary<SceneChanges> = fc.record(
	{
		subject: fc.constantFrom(...SUBJECTS),
		variant: fc.integer({ min: 0, max: 4294967295 }),
		...Object.fromEntries(
			DIALS.map((dial) => [
				dial.key,
				fc
					.double({ min: dial.least, max: dial.most, noNaN: true })
					.map((value) => onDial(dial, value))
			])
		)
	},
	{ requiredKeys: [] }
);

describe('changes in an address', () => {
	it('come back as they were, in few characters', () => {
		fc.assert(
			fc.property(anyChanges, (changes) => {
				const text = formatChanges(changes);
				expect(text.length).toBeLessThan(400);
				if (text !== '') expect(parseChanges(text)).toEqual(changes);
			})
		);
	});

	it.each([
		'turn',
		'turn_',
		'turn_1_2',
		'turn_1e2',
		'turn_361',
		'turn_-1',
		'turn_0x10',
		'turn_12*turn_12',
		'size_99',
		'clutter_1.6*',
		'variant_-1',
		'variant_1.5',
		'variant_4294967296',
		'subject_cat',
		'__proto___1',
		'constructor_1'
	])('%j are none', (text) => expect(parseChanges(text)).toBeNull());

	it('stand on the steps of their dials', () => {
		expect(parseChanges('turn_12.4*size_1.2345')).toEqual({ turn: 12, size: 1.23 });
	});
});

describe('a scene', () => {
	it('keeps only what differs from its sample', () => {
		const { turn, style } = sceneOf('red-ball');
		const changes = changeScene('red-ball', { turn: 5 }, { style });
		expect(changes).toEqual({ turn: 5 });
		expect(changeScene('red-ball', changes, { turn })).toEqual({});
		expect(sceneOf('red-ball', { turn: 5 })).toEqual({ ...sceneOf('red-ball'), turn: 5 });
	});

	it('has variants without an end', () => {
		expect(nextVariant({ ...sceneOf('red-ball'), variant: 4294967295 })).toEqual({ variant: 0 });
	});

	it('has words for each sample, subject and dial', () => {
		const { samples, subjects, dials } = en.scenes;
		expect(Object.keys(samples)).toEqual([...SAMPLE_SLUGS]);
		expect(Object.keys(subjects)).toEqual([...SUBJECTS]);
		expect(Object.keys(dials)).toEqual(DIALS.map(({ key }) => key));
	});
});
