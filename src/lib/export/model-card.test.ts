import { describe, expect, it } from 'vitest';
import { sampleCard } from '../../../tests/support/model-cards.ts';
import { parseModelCard, serializeModelCard, type ModelCard } from './model-card.ts';

const card = sampleCard();
const changed = (changes: object): string => JSON.stringify({ ...card, ...changes });

describe('a model card', () => {
	it('is read back as it was written', () => {
		expect(parseModelCard(serializeModelCard(card))).toEqual(card);
	});

	it('keeps lists of numbers on one line', () => {
		expect(serializeModelCard(card)).toContain('"loss": [1.5, 0.25]');
	});

	it('may leave out the loss on unseen pictures, and say more of its recipe', () => {
		const { epoch, loss, accuracy, learningRate } = card.curves;
		const other: ModelCard = {
			...card,
			curves: { epoch, loss, accuracy, learningRate },
			recipe: { ...card.recipe, momentum: 0.9, mirror: 'yes' }
		};
		expect(parseModelCard(JSON.stringify(other))).toEqual(other);
	});
});

describe('a card that is refused', () => {
	it.each([
		['version', { version: 2 }, 'version: expected 1, found 2'],
		['a hash', { file: { ...card.file, sha256: 'x' } }, 'file.sha256: expected 64 hexadecimal'],
		['a path', { file: { ...card.file, name: '../x.safetensors' } }, 'file.name: expected a file'],
		['a share', { accuracy: { ...card.accuracy, all: 97 } }, 'accuracy.all: expected a share'],
		['a missing class', { classes: ['ball'] }, 'classes: expected 3 names, found 1'],
		[
			'a class of another name',
			{ accuracy: { ...card.accuracy, byClass: { ball: 1, cube: 1, fish: 1 } } },
			'accuracy.byClass: expected ball, cone, cube, found ball, cube, fish'
		],
		['a ragged matrix', { confusion: [[1, 0, 0], [0], [0, 0, 1]] }, 'confusion: expected 3 rows'],
		['a short curve', { curves: { ...card.curves, loss: [1] } }, 'curves: expected 2 values'],
		['an unknown field', { trained: true }, 'trained: expected no field of this name'],
		['a recipe of lists', { recipe: { ...card.recipe, x: [] } }, 'recipe.x: expected a text']
	])('for %s names the field', (_, changes, sentence) => {
		expect(() => parseModelCard(changed(changes))).toThrow(sentence);
	});

	it('may not be JSON at all, or far too long', () => {
		expect(() => parseModelCard('<!doctype html>')).toThrow('The model card: expected JSON');
		expect(() => parseModelCard(' '.repeat(1_000_001))).toThrow('at most 1000000 characters');
	});
});
