/**
 * Pillow's resampling of 8-bit pictures with its antialiased bicubic filter, to the bit: `Resample.c`
 * of Pillow 9.4 (`precompute_coeffs`, `normalize_coeffs_8bpc`, `ImagingResampleHorizontal_8bpc`,
 * `…Vertical_8bpc`). Columns come first and are rounded to bytes, then rows.
 */
import type { Picture } from './picture.ts';

/** The part of a resized picture that is wanted; only it is computed. */
export interface Crop {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

/** The filter reaches so many pixels to each side, before it is widened to shrink a picture. */
const SUPPORT = 2;
const A = -0.5;
/** Weights are integers in units of 2⁻²²: a byte, the weight and two bits of overshoot fill 32 bits. */
const PRECISION_BITS = 32 - 8 - 2;

/** Keys' cubic convolution kernel. */
function bicubic(position: number): number {
	const x = Math.abs(position);
	if (x < 1) return ((A + 2) * x - (A + 3)) * x * x + 1;
	if (x < 2) return (((x - 5) * x + 8) * x - 4) * A;
	return 0;
}

/** One output pixel of a pass: which inputs, from `first` on, with which integer weights. */
interface Taps {
	readonly first: number;
	readonly weights: Int32Array;
}

/** Taps of the outputs from `start` on, `count` of them, when `from` pixels become `to`. */
function computeTaps(from: number, to: number, start: number, count: number): Taps[] {
	const scale = from / to;
	const filterScale = Math.max(scale, 1);
	const reach = SUPPORT * filterScale;
	const inverse = 1 / filterScale;
	return Array.from({ length: count }, (_, index) => {
		const center = (start + index + 0.5) * scale;
		const first = Math.max(0, Math.trunc(center - reach + 0.5));
		const end = Math.min(from, Math.trunc(center + reach + 0.5));
		const weights = Float64Array.from({ length: end - first }, (_, tap) =>
			bicubic((tap + first - center + 0.5) * inverse)
		);
		const sum = weights.reduce((total, weight) => total + weight, 0);
		return { first, weights: Int32Array.from(weights, (weight) => quantize(weight / sum)) };
	});
}

/** Rounds a weight half away from zero to the fixed point. */
function quantize(weight: number): number {
	return Math.trunc(weight * (1 << PRECISION_BITS) + (weight < 0 ? -0.5 : 0.5));
}

/** Half a unit of the result: sums are shifted back to bytes, which rounds down. */
const HALF = 1 << (PRECISION_BITS - 1);

/** Rows `firstRow` to `endRow` of the picture with their columns resampled. */
function resampleColumns(
	picture: Picture,
	taps: Taps[],
	firstRow: number,
	endRow: number
): Picture {
	const width = taps.length;
	const bytes = picture.rgb;
	const rgb = new Uint8ClampedArray((endRow - firstRow) * width * 3);
	let to = 0;
	for (let row = firstRow; row < endRow; row++) {
		for (const { first, weights } of taps) {
			let [red, green, blue] = [HALF, HALF, HALF];
			let from = (row * picture.width + first) * 3;
			for (let tap = 0; tap < weights.length; tap++, from += 3) {
				const weight = weights[tap]!;
				red += bytes[from]! * weight;
				green += bytes[from + 1]! * weight;
				blue += bytes[from + 2]! * weight;
			}
			// The array clips to bytes.
			rgb[to++] = red >> PRECISION_BITS;
			rgb[to++] = green >> PRECISION_BITS;
			rgb[to++] = blue >> PRECISION_BITS;
		}
	}
	return { width, height: endRow - firstRow, rgb };
}

/** The picture with its rows resampled; it begins at row `firstRow` of the one that the taps count. */
function resampleRows(picture: Picture, taps: Taps[], firstRow: number): Picture {
	const { width, rgb: bytes } = picture;
	const line = width * 3;
	const rgb = new Uint8ClampedArray(taps.length * line);
	const sums = new Int32Array(line);
	taps.forEach(({ first, weights }, row) => {
		sums.fill(HALF);
		// A whole line for each tap, in the order of memory: several times as fast as value by value.
		weights.forEach((weight, tap) => {
			const from = (first - firstRow + tap) * line;
			for (let offset = 0; offset < line; offset++) {
				sums[offset] = sums[offset]! + bytes[from + offset]! * weight;
			}
		});
		for (let offset = 0; offset < line; offset++) {
			rgb[row * line + offset] = sums[offset]! >> PRECISION_BITS;
		}
	});
	return { width, height: taps.length, rgb };
}

/**
 * The crop of `picture.resize((width, height), BICUBIC)` of Pillow. Work and memory depend on the
 * picture and the crop, not on the resized size, so that very thin pictures are cheap as well.
 */
export function resizeAndCrop(
	picture: Picture,
	resized: { readonly width: number; readonly height: number },
	crop: Crop
): Picture {
	const columnTaps = computeTaps(picture.width, resized.width, crop.left, crop.width);
	const rowTaps = computeTaps(picture.height, resized.height, crop.top, crop.height);
	const firstRow = rowTaps[0]!.first;
	const lastTaps = rowTaps.at(-1)!;
	const endRow = lastTaps.first + lastTaps.weights.length;
	return resampleRows(resampleColumns(picture, columnTaps, firstRow, endRow), rowTaps, firstRow);
}
