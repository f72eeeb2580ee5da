import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { mulberry32 } from '#lib/core/network/random-weights.ts';
import { largestDifference } from '#lib/core/tensor.ts';
import { parseNpy } from '#lib/export/npy.ts';
import type { Picture } from './picture.ts';
import { cropForNetwork, denormalize, normalize, preprocess } from './preprocess.ts';

interface Source {
	readonly kind: 'noise' | 'edges';
	readonly seed: number;
	readonly width: number;
	readonly height: number;
	readonly file: string;
}

interface ResizeFixtures {
	readonly cases: readonly (Source & { readonly rows: number; readonly columns: number })[];
	readonly normalized: Source;
}

const folder = new URL('../../../tests/fixtures/pictures/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder));
const fixtures = JSON.parse(read('resize.json').toString()) as ResizeFixtures;

/** Equal to `source` of generate.py. */
function makeSource({ kind, width, height, seed }: Source): Picture {
	const next = mulberry32(seed);
	const rgb = new Uint8ClampedArray(width * height * 3);
	for (let row = 0, at = 0; row < height; row++) {
		for (let column = 0; column < width; column++) {
			for (let channel = 0; channel < 3; channel++, at++) {
				const edge = Math.floor(column / (5 + channel)) + Math.floor(row / 7);
				const slope = (column + 2 * row + 16 * channel) % 56;
				rgb[at] = kind === 'noise' ? next() >>> 24 : (edge % 2) * 200 + slope;
			}
		}
	}
	return { width, height, rgb };
}

describe('cropForNetwork', () => {
	it.each(fixtures.cases)(
		'gives the bytes of Pillow for $kind of $width × $height to $rows × $columns',
		(fixture) => {
			const { rows, columns, file } = fixture;
			const crop = cropForNetwork(makeSource(fixture), rows, columns);
			const expected = new Uint8ClampedArray(gunzipSync(read(file)));
			expect([crop.width, crop.height, crop.rgb.length]).toEqual([columns, rows, expected.length]);
			expect(crop.rgb.findIndex((byte, index) => byte !== expected[index])).toBe(-1);
		}
	);

	it('takes a very thin picture without computing its whole resized length', () => {
		const thin = makeSource({ kind: 'edges', seed: 1, width: 1, height: 32_767, file: '' });
		const { width, height } = cropForNetwork(thin, 224, 224);
		expect([width, height]).toEqual([224, 224]);
	});
});

describe('normalize', () => {
	it('agrees with NumPy to the bit', () => {
		const expected = parseNpy(read(fixtures.normalized.file));
		const found = normalize(makeSource(fixtures.normalized));
		expect(found.shape).toEqual([1, ...expected.shape]);
		expect(largestDifference({ ...found, shape: expected.shape }, expected)).toBe(0);
	});

	it('is undone by denormalize for every byte', () => {
		const rgb = Uint8ClampedArray.from({ length: 256 * 3 }, (_, index) => Math.floor(index / 3));
		const picture = { width: 32, height: 8, rgb };
		expect(denormalize(normalize(picture))).toEqual(picture);
	});
});

describe('preprocess', () => {
	it('shows the pixels that the input is made of', () => {
		const source = makeSource({ kind: 'edges', seed: 1, width: 90, height: 60, file: '' });
		const { input, shown } = preprocess(source, 16, 24);
		expect(input.shape).toEqual([1, 3, 16, 24]);
		expect([shown.width, shown.height]).toEqual([24, 16]);
		const pixels = shown.rgba.filter((_, index) => index % 4 !== 3);
		expect(denormalize(input).rgb).toEqual(pixels);
		expect(shown.rgba.filter((_, index) => index % 4 === 3).every((alpha) => alpha === 255)).toBe(
			true
		);
	});
});
