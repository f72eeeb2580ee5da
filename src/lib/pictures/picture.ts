/** A picture as plain bytes, what the folder's modules pass on, and the error that refuses one. */

/** Pixels of red, green, blue, row by row from the top left: `rgb` holds 3 · width · height bytes. */
export interface Picture {
	readonly width: number;
	readonly height: number;
	readonly rgb: Uint8ClampedArray<ArrayBuffer>;
}

/** Why a file was not taken as a picture: one sentence for the reader. */
export class PictureError extends Error {
	override readonly name = 'PictureError';
}

/** The picture's pixels with full opacity, 4 bytes each, for a canvas. */
export function toRgba({ width, height, rgb }: Picture): Uint8ClampedArray<ArrayBuffer> {
	const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
	for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
		rgba[to] = rgb[from]!;
		rgba[to + 1] = rgb[from + 1]!;
		rgba[to + 2] = rgb[from + 2]!;
	}
	return rgba;
}
