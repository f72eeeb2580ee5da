import { expect, it } from 'vitest';
import { combine } from '#lib/core/follow/follow-term.ts';
import { followInput, followPixel } from './follow-pixel.ts';
import { normalize } from './preprocess.ts';

const rgb = Uint8ClampedArray.from({ length: 12 }, (_, index) => (index * 71) % 256);
const { data } = normalize({ width: 2, height: 2, rgb });

it.each([
	[0, 0, 0],
	[1, 1, 0],
	[2, 1, 1]
] as const)('leads from the value of colour %i at row %i, column %i to its byte', (...place) => {
	const [colour, row, column] = place;
	const value = data[colour * 4 + row * 2 + column]!;
	const byte = rgb[(row * 2 + column) * 3 + colour]!;
	const input = followInput(place, value);
	expect(combine(input)).toBeCloseTo(value, 6);
	const centred = followPixel({ kind: 'pixel', part: 'centred', place }, byte);
	// The two ends meet: what the value was made of is what the byte makes.
	expect(centred.value).toBeCloseTo(input.terms[0]!.value, 6);
	expect(combine(centred)).toBeCloseTo(centred.value, 6);
	const light = followPixel({ kind: 'pixel', part: 'light', place }, byte);
	expect(combine(light)).toBeCloseTo(light.value, 6);
	expect(light.terms.map((term) => term.value)).toEqual([byte, 255]);
	expect(followPixel({ kind: 'pixel', part: 'byte', place }, byte)).toMatchObject({
		value: byte,
		rule: 'given'
	});
});
