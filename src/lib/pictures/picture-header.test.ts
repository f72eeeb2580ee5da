import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePictureHeader } from './picture-header.ts';
import { MAXIMUM_BYTES } from './picture-limits.ts';
import { PictureError } from './picture.ts';
import { swapsSides } from './upright.ts';

type FileFixture =
	| {
			readonly outcome: 'shown';
			readonly file: string;
			readonly format: string;
			readonly width: number;
			readonly height: number;
			readonly orientation: number;
			readonly animated: boolean;
	  }
	| {
			readonly outcome: 'refused';
			readonly file: string;
			readonly stage: 'header' | 'decoding';
			readonly says: string;
	  };

const folder = new URL('../../../tests/fixtures/pictures/files/', import.meta.url);
const readBytes = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const files = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8')) as FileFixture[];
const shown = files.filter((file) => file.outcome === 'shown');
const refused = files.filter((file) => file.outcome === 'refused' && file.stage === 'header');

/** The refusal's message; fails when something else than a PictureError is thrown. */
function refusal(bytes: Uint8Array): string | null {
	try {
		parsePictureHeader(bytes);
		return null;
	} catch (error) {
		if (!(error instanceof PictureError)) throw error;
		return error.message;
	}
}

describe('parsePictureHeader', () => {
	it.each(shown)('reads $file', ({ file, ...expected }) => {
		const { width, height, ...found } = parsePictureHeader(readBytes(file));
		const sides = swapsSides(found.orientation) ? [height, width] : [width, height];
		expect(sides).toEqual([expected.width, expected.height]);
		const { format, orientation, animated } = expected;
		expect(found).toMatchObject({ format, orientation, animated });
	});

	it.each(refused)('refuses $file', ({ file, ...expected }) => {
		const message = refusal(readBytes(file));
		expect(message).toContain('says' in expected && expected.says);
		expect(message).toMatch(/^This [^\n]*\.$/);
	});

	it('finds where the EXIF data lies', () => {
		const bytes = readBytes('exif-6.jpg');
		const { exif } = parsePictureHeader(bytes);
		expect(exif).toHaveLength(1);
		const { start, end } = exif[0]!;
		expect(Buffer.from(bytes.subarray(start, start + 4)).toString()).toBe('Exif');
		expect(parsePictureHeader(bytes.fill(0, start, end))).toMatchObject({
			orientation: 1,
			exif: []
		});
	});

	it('refuses a file larger than 10 MB by its size alone', () => {
		const bytes = new Uint8Array(MAXIMUM_BYTES + 1);
		expect(refusal(bytes)).toBe('This file has 10.1 MB; expected a picture of at most 10 MB.');
	});

	it('refuses every file that is cut short, wherever the cut', () => {
		for (const { file } of shown) {
			const bytes = readBytes(file);
			if (bytes.length > 4000) continue;
			for (let length = 0; length < bytes.length; length++) {
				expect(refusal(bytes.subarray(0, length)), `${file} cut to ${length}`).not.toBeNull();
			}
		}
	});

	it.each([
		['a JPEG frame without room for its size', '\xff\xd8\xff\xc0\0\x02'],
		['a JPEG segment of length 0', '\xff\xd8\xff\xe1\0\0'],
		['a WebP chunk without room for the size', 'RIFF\x0c\0\0\0WEBPVP8X\0\0\0\0'],
		['a WebP without chunks', 'RIFF\x04\0\0\0WEBPVP8X\0\0\0\0']
	])('refuses %s', (_, bytes) => {
		expect(refusal(new Uint8Array(Buffer.from(bytes, 'latin1')))).not.toBeNull();
	});

	it.each([
		['rgb.png', 33, '\0\0\0\0eXIf\0\0\0\0'],
		['exif-1.jpg', 2, '\xff\xe1\0\x08Exif\0\0'],
		['lossless.webp', null, 'EXIF\0\0\0\0']
	])('refuses %s with more parts than any real file', (file, position, part) => {
		const bytes = Buffer.from(readBytes(file));
		const at = position ?? bytes.length;
		const many = Buffer.from(part.repeat(10_001), 'latin1');
		const whole = Buffer.concat([bytes.subarray(0, at), many, bytes.subarray(at)]);
		if (position === null) whole.writeUInt32LE(whole.length - 8, 4);
		expect(refusal(new Uint8Array(whole))).toContain('more than 10000 parts');
	});

	it('throws nothing but PictureError for random bytes', () => {
		const signatures = ['\x89PNG\r\n\x1a\n', '\xff\xd8\xff', 'RIFF\x40\0\0\0WEBP', ''];
		fc.assert(
			fc.property(
				fc.constantFrom(...signatures),
				fc.uint8Array({ maxLength: 400 }),
				(signature, tail) => {
					refusal(new Uint8Array([...Buffer.from(signature, 'latin1'), ...tail]));
				}
			),
			{ numRuns: 2000 }
		);
	});

	it('throws nothing but PictureError, and gives sound ranges, for changed files', () => {
		const originals = files
			.map(({ file }) => readBytes(file))
			.filter(({ length }) => length < 4000);
		const change = fc.record({ at: fc.nat(200), value: fc.nat(255) });
		fc.assert(
			fc.property(
				fc.constantFrom(...originals),
				fc.array(change, { minLength: 1 }),
				(from, changes) => {
					const bytes = from.slice();
					for (const { at, value } of changes) if (at < bytes.length) bytes[at] = value;
					if (refusal(bytes) !== null) return;
					const { exif, orientation } = parsePictureHeader(bytes);
					expect(orientation >= 1 && orientation <= 8).toBe(true);
					let reached = 0;
					for (const { start, end } of exif) {
						expect(start >= reached && end >= start && end <= bytes.length).toBe(true);
						reached = end;
					}
				}
			),
			{ numRuns: 3000 }
		);
	});
});
