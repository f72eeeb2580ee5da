/** The segments of a JPEG file (ITU-T T.81, annex B), as far as size and EXIF need them. */
import {
	checkLength,
	checkPartCount,
	textAt,
	viewOf,
	type ByteRange,
	type StoredPicture
} from './byte-view.ts';
import { readOrientation } from './exif.ts';
import { checkPictureSize } from './picture-limits.ts';
import { PictureError } from './picture.ts';

const END_OF_IMAGE = 0xd9;
const APP1 = 0xe1;

/** SOF0 to SOF15 begin a frame and hold its size; three codes among them mean other things. */
function isFrameMarker(marker: number): boolean {
	return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** TEM, RST0 to RST7 and SOI stand alone; 0x00 after 0xff is a byte of the picture's data. */
function standsAlone(marker: number): boolean {
	return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/** The marker at or after `offset`, as decoders find it: fill bytes and data before it are skipped. */
function findMarker(bytes: Uint8Array, offset: number): { marker: number; end: number } {
	let at = bytes.indexOf(0xff, offset);
	while (at >= 0 && bytes[at + 1] === 0xff) at++;
	const marker = at < 0 ? undefined : bytes[at + 1];
	if (marker === undefined) {
		throw new PictureError(
			`This JPEG is cut short: it was expected to go on after its ${bytes.length} bytes.`
		);
	}
	return { marker, end: at + 2 };
}

/** The EXIF block in an APP1 segment's content, or null when the segment holds something else. */
function exifOf(bytes: Uint8Array, content: ByteRange): ByteRange | null {
	const { start, end } = content;
	return end - start >= 6 && textAt(bytes, start, 6) === 'Exif\0\0' ? { start, end } : null;
}

/**
 * Size and orientation of a whole JPEG file whose first marker was checked.
 * Throws PictureError when it is cut short, or does not hold exactly one size.
 */
export function parseJpegHeader(bytes: Uint8Array): StoredPicture {
	const view = viewOf(bytes);
	const exif: ByteRange[] = [];
	let orientation: number | null = null;
	let size: { width: number; height: number } | null = null;
	let { marker, end: offset } = findMarker(bytes, 2);
	let parts = 0;
	while (marker !== END_OF_IMAGE) {
		if (!standsAlone(marker)) {
			checkPartCount(++parts, 'JPEG');
			checkLength(bytes, offset + 2, 'JPEG');
			const content = { start: offset + 2, end: offset + view.getUint16(offset) };
			checkLength(bytes, content.end, 'JPEG');
			if (isFrameMarker(marker)) {
				if (size) throw new PictureError('This JPEG is damaged: it holds two sizes, not one.');
				checkLength(bytes, content.start + 5, 'JPEG');
				size = { width: view.getUint16(offset + 5), height: view.getUint16(offset + 3) };
				checkPictureSize(size);
			}
			const block = marker === APP1 ? exifOf(bytes, content) : null;
			if (block) {
				exif.push(block);
				orientation ??= readOrientation(bytes, block);
			}
			offset = content.end;
		}
		({ marker, end: offset } = findMarker(bytes, offset));
	}
	if (!size) throw new PictureError('This JPEG is damaged: it ends without a picture.');
	return { ...size, animated: false, orientation: orientation ?? 1, exif };
}
