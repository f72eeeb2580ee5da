/**
 * The chunks of a WebP file, as far as size and EXIF need them: the RIFF container (RFC 9649 §2),
 * the lossy frame header (RFC 6386 §9.1) and the lossless one (RFC 9649 §3.4).
 */
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

const ANIMATION_FLAG = 0x02;
const FOURTEEN_BITS = 0x3fff;

/** The size in the first chunk, whose content begins at `start` and ends before `end`. */
function sizeInChunk(bytes: Uint8Array, type: string, { start, end }: ByteRange) {
	const view = viewOf(bytes);
	const holds = (length: number) => end - start >= length;
	if (type === 'VP8X' && holds(10)) {
		// Both sides are 24 bits wide and follow 4 bytes of flags.
		return {
			width: 1 + (view.getUint32(start + 4, true) & 0xffffff),
			height: 1 + (view.getUint32(start + 6, true) >>> 8)
		};
	}
	if (type === 'VP8 ' && holds(10) && textAt(bytes, start + 3, 3) === '\x9d\x01*') {
		return {
			width: view.getUint16(start + 6, true) & FOURTEEN_BITS,
			height: view.getUint16(start + 8, true) & FOURTEEN_BITS
		};
	}
	if (type === 'VP8L' && holds(5) && bytes[start] === 0x2f) {
		const packed = view.getUint32(start + 1, true);
		return { width: 1 + (packed & FOURTEEN_BITS), height: 1 + ((packed >>> 14) & FOURTEEN_BITS) };
	}
	throw new PictureError('This WebP is damaged: its size was expected first and is not there.');
}

/**
 * Size, orientation and frames of a whole WebP file whose signature was checked.
 * Throws PictureError when it is cut short or does not begin with its size.
 */
export function parseWebpHeader(bytes: Uint8Array): StoredPicture {
	const view = viewOf(bytes);
	checkLength(bytes, 20, 'WebP');
	const fileEnd = 8 + view.getUint32(4, true);
	checkLength(bytes, Math.max(fileEnd, 20), 'WebP');
	const exif: ByteRange[] = [];
	let orientation: number | null = null;
	let size: { width: number; height: number } | null = null;
	let animated = false;
	let parts = 0;
	for (let offset = 12; offset + 8 <= fileEnd; parts++) {
		checkPartCount(parts, 'WebP');
		const type = textAt(bytes, offset, 4);
		const content = { start: offset + 8, end: offset + 8 + view.getUint32(offset + 4, true) };
		checkLength(bytes, content.end, 'WebP');
		if (!size) {
			size = sizeInChunk(bytes, type, content);
			checkPictureSize(size);
			animated = type === 'VP8X' && (bytes[content.start]! & ANIMATION_FLAG) !== 0;
		}
		if (type === 'EXIF') {
			exif.push(content);
			orientation ??= readOrientation(bytes, content);
		}
		// Chunks begin at even offsets.
		offset = content.end + (content.end % 2);
	}
	if (!size) throw new PictureError('This WebP is damaged: it ends without a picture.');
	return { ...size, animated, orientation: orientation ?? 1, exif };
}
