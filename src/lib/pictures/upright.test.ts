import { describe, expect, it } from 'vitest';
import type { Picture } from './picture.ts';
import { turnUpright } from './upright.ts';

/** A picture of grey pixels from rows of letters. */
function picture(...rows: string[]): Picture {
	const bytes = [...rows.join('')].flatMap((letter) => Array(3).fill(letter.charCodeAt(0)));
	return { width: rows[0]!.length, height: rows.length, rgb: new Uint8ClampedArray(bytes) };
}

describe('turnUpright', () => {
	// Where the first row and first column of the stored picture lie, as the EXIF standard lists them.
	it.each([
		[1, ['abc', 'def']],
		[2, ['cba', 'fed']],
		[3, ['fed', 'cba']],
		[4, ['def', 'abc']],
		[5, ['ad', 'be', 'cf']],
		[6, ['da', 'eb', 'fc']],
		[7, ['fc', 'eb', 'da']],
		[8, ['cf', 'be', 'ad']]
	])('turns by orientation %i', (orientation, expected) => {
		expect(turnUpright(picture('abc', 'def'), orientation)).toEqual(picture(...expected));
	});
});
