import { describe, expect, test } from 'vitest';
import {
	CODE_LENGTH,
	decodeAnswer,
	encodeAnswer,
	plainCode,
	placeOf,
	writeCode
} from './answer-code.ts';

const CHARACTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Every place of a coarse net, with every outcome. */
const answers = Array.from({ length: 331 }, (_, index) => (index * 99) % 32768).flatMap((place) =>
	Array.from({ length: 32 }, (_, outcome) => ({ place, outcome }))
);

test('a code is read as what was written', () => {
	for (const answer of answers) expect(decodeAnswer(encodeAnswer(answer))).toEqual(answer);
});

describe('the check character notices', () => {
	test('any one wrong character', () => {
		for (const answer of answers.filter((_, index) => index % 37 === 0)) {
			const code = encodeAnswer(answer);
			for (let place = 0; place < CODE_LENGTH; place++) {
				for (const character of CHARACTERS.replace(code[place]!, '')) {
					const wrong = code.slice(0, place) + character + code.slice(place + 1);
					expect(decodeAnswer(wrong), `${code} as ${wrong}`).toBeNull();
				}
			}
		}
	});

	test('two neighbours that changed places', () => {
		for (const answer of answers) {
			const code = encodeAnswer(answer);
			for (let place = 0; place + 1 < CODE_LENGTH; place++) {
				const [a, b] = [code[place]!, code[place + 1]!];
				if (a === b) continue;
				expect(decodeAnswer(code.slice(0, place) + b + a + code.slice(place + 2))).toBeNull();
			}
		}
	});
});

test.each(['', 'K7Q3', 'K7Q3F0', 'U7Q3F', '     '])('%j is no code', (text) => {
	expect(decodeAnswer(text)).toBeNull();
});

test('case, separators and look-alikes are forgiven', () => {
	expect(plainCode('k7q-3f')).toBe('K7Q3F');
	expect(plainCode(' o1 l–i. ')).toBe('0111');
	expect(plainCode('Ｋ７Ｑ３Ｆ')).toBe('K7Q3F');
	expect(writeCode('K7Q3F')).toBe('K7Q-3F');
});

test('a place is a number of its lesson, its id and what is asked there', () => {
	expect(placeOf('a', 'b', 'c')).toBe(placeOf('a', 'b', 'c'));
	expect(placeOf('a', 'b', 'c')).not.toBe(placeOf('b', 'a', 'c'));
	expect(placeOf('a', 'b', 'c')).not.toBe(placeOf('a', 'b', 'd'));
	expect(placeOf('folding-the-branches', 'taps', '')).toBeLessThan(32768);
});
