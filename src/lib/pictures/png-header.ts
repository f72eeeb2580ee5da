/** The chunks of a PNG file (W3C PNG, third edition, §5 and §11), as far as size and EXIF need them. */
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

const SIGNATURE_BYTES = 8;
/** Length, type and checksum around a chunk's data. */
const CHUNK_FRAME_BYTES = 12;

/**
 * Size, orientation and frames of a whole PNG file whose signature was checked.
 * Throws PictureError when it is cut short or does not begin with its size.
 */
export function parsePngHeader(bytes: Uint8Array): StoredPicture {
	const view = viewOf(bytes);
	checkLength(bytes, SIGNATURE_BYTES + CHUNK_FRAME_BYTES + 13, 'PNG');
	if (textAt(bytes, 12, 4) !== 'IHDR' || view.getUint32(8) !== 13) {
		throw new PictureError('This PNG is damaged: its size was expected first and is not there.');
	}
	const size = { width: view.getUint32(16), height: view.getUint32(20) };
	checkPictureSize(size);
	const exif: ByteRange[] = [];
	let orientation: number | null = null;
	let animated = false;
	let offset = SIGNATURE_BYTES;
	let parts = 0;
	for (let type = ''; type !== 'IEND'; parts++) {
		checkPartCount(parts, 'PNG');
		checkLength(bytes, offset + CHUNK_FRAME_BYTES, 'PNG');
		type = textAt(bytes, offset + 4, 4);
		const next = offset + CHUNK_FRAME_BYTES + view.getUint32(offset);
		if (type === 'acTL') animated = true;
		if (type === 'eXIf') {
			exif.push({ start: offset, end: next });
			orientation ??= readOrientation(bytes, { start: offset + 8, end: next - 4 });
		}
		offset = next;
	}
	return { ...size, animated, orientation: orientation ?? 1, exif };
}
