/** A small picture as an address that a style sheet can show, for pages on which no script draws. */
import type { Picture } from './atlas.ts';

const HEADER = 54;

/**
 * The picture as a Windows bitmap in a `data:` address: 24 bits a pixel, rows from the bottom up, each
 * filled to a multiple of four bytes. Opacity is lost.
 */
export function bitmapUrl({ width, height, rgba }: Picture): string {
	const stride = Math.ceil((width * 3) / 4) * 4;
	const bytes = new Uint8Array(HEADER + stride * height);
	const view = new DataView(bytes.buffer);
	bytes.set([0x42, 0x4d]);
	view.setUint32(2, bytes.length, true);
	view.setUint32(10, HEADER, true);
	view.setUint32(14, 40, true);
	view.setInt32(18, width, true);
	view.setInt32(22, height, true);
	view.setUint16(26, 1, true);
	view.setUint16(28, 24, true);
	for (let y = 0; y < height; y++) {
		let at = HEADER + (height - 1 - y) * stride;
		for (let from = y * width * 4; from < (y + 1) * width * 4; from += 4) {
			bytes.set([rgba[from + 2]!, rgba[from + 1]!, rgba[from]!], at);
			at += 3;
		}
	}
	const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
	return `data:image/bmp;base64,${btoa(text)}`;
}
