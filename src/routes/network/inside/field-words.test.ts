import { expect, it } from 'vitest';
import type { ReceptiveField, Window } from '#lib/core/network/receptive-field.ts';
import { en } from '#lib/strings/en.ts';
import { fieldSentences } from './field-words.ts';

const window = (rows: [number, number], columns: [number, number]): Window => ({
	rows: { first: rows[0], last: rows[1] },
	columns: { first: columns[0], last: columns[1] }
});
const say = (seen: Window, changes: Partial<ReceptiveField> = {}) =>
	fieldSentences(
		{ seen, reach: seen, seenWithGates: seen, gated: false, ...changes },
		{ width: 64, height: 64 },
		en.inside
	);

it('counts rows and columns from 1', () => {
	expect(say(window([2, 4], [10, 16]))).toEqual([
		'Rows 3 to 5 and columns 11 to 17 of the picture: 3 × 7 pixels.',
		'The centre of its field is row 4, column 14.'
	]);
});

it('says what lies beyond the border, and what gates add', () => {
	const sentences = say(window([0, 4], [0, 5]), { reach: window([-2, 4], [-2, 5]), gated: true });
	expect(sentences[1]).toBe('The centre of its field is row 2, column 2.5.');
	expect(sentences[2]).toContain('7 × 8 pixels');
	expect(sentences[3]).toContain('squeeze-excite');
});

it('has a word for one pixel and for all of them', () => {
	expect(say(window([3, 3], [8, 8]))).toEqual(['One pixel: row 4, column 9.']);
	expect(say(window([0, 63], [0, 63]))).toEqual(['The whole picture.']);
});
