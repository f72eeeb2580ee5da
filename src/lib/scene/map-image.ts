/**
 * A map as a picture that stands in the page itself, for figures that are seen before any script runs:
 * a bitmap of 8 bits with the 256 colours of its scale as palette, in a data address.
 */
import { colourStep, colourWords, type ColourScale } from './colour-scale.ts';

const HEADER = 54;
const PALETTE = 256 * 4;

/**
 * @param values [rows, columns], all finite
 * @returns an address for an image of one pixel for each value
 */
export function mapImage(
	values: ArrayLike<number>,
	columns: number,
	scale: ColourScale
): `data:image/bmp;base64,${string}` {
	const rows = values.length / columns;
	// Each row of a bitmap is filled up to a multiple of four bytes.
	const stride = Math.ceil(columns / 4) * 4;
	const start = HEADER + PALETTE;
	const bytes = new Uint8Array(start + rows * stride);
	writeHeader(new DataView(bytes.buffer), columns, rows, bytes.length - start);
	writePalette(bytes, scale.kind);
	for (let index = 0; index < values.length; index++) {
		const row = Math.floor(index / columns);
		bytes[start + row * stride + (index % columns)] = colourStep(scale, values[index]!);
	}
	return `data:image/bmp;base64,${toBase64(bytes)}`;
}

/** The file header and the BITMAPINFOHEADER, little-endian. */
function writeHeader(view: DataView, columns: number, rows: number, pixels: number): void {
	view.setUint16(0, 0x4d42, true); // 'BM'
	view.setUint32(2, HEADER + PALETTE + pixels, true);
	view.setUint32(10, HEADER + PALETTE, true);
	view.setUint32(14, 40, true);
	view.setInt32(18, columns, true);
	// A height below zero: the first row is the top one.
	view.setInt32(22, -rows, true);
	view.setUint16(26, 1, true);
	view.setUint16(28, 8, true);
	view.setUint32(34, pixels, true);
	view.setUint32(46, 256, true);
}

function writePalette(bytes: Uint8Array, kind: ColourScale['kind']): void {
	const rgba = new Uint8Array(colourWords(kind).buffer);
	for (let step = 0; step < 256; step++) {
		const [red, green, blue] = [rgba[step * 4]!, rgba[step * 4 + 1]!, rgba[step * 4 + 2]!];
		bytes.set([blue, green, red, 0], HEADER + step * 4);
	}
}

function toBase64(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return btoa(text);
}
