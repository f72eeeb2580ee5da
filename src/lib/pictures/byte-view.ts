/** Reading numbers and names from the bytes of a file that may be damaged or hostile. */
import { PictureError } from './picture.ts';

/** Half-open range of offsets in a file. */
export interface ByteRange {
	readonly start: number;
	readonly end: number;
}

/** What all header readers find out about a picture; its size is as stored, before it is turned. */
export interface StoredPicture {
	readonly width: number;
	readonly height: number;
	/** More than one frame; only the first is used. */
	readonly animated: boolean;
	/** EXIF orientation, 1 (upright) to 8. */
	readonly orientation: number;
	/** What to cut out, or blank, so that a decoder finds no EXIF data. */
	readonly exif: readonly ByteRange[];
}

/** A DataView over the bytes, wherever they lie in their buffer. */
export function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** `length` bytes as Latin-1 text; shorter where the file ends. */
export function textAt(bytes: Uint8Array, offset: number, length: number): string {
	return String.fromCharCode(...bytes.subarray(offset, offset + length));
}

/** Throws when the file ends before `end`. */
export function checkLength(bytes: Uint8Array, end: number, format: string): void {
	if (bytes.length < end) {
		throw new PictureError(
			`This ${format} is cut short: at least ${end} bytes were expected and ${bytes.length} found.`
		);
	}
}

/** Real files have hundreds of parts; decoders' time grows with the square of their number. */
const MOST_PARTS = 10_000;

/** Throws when a file has more chunks or segments than any real one. */
export function checkPartCount(parts: number, format: string): void {
	if (parts > MOST_PARTS) {
		throw new PictureError(
			`This ${format} is damaged: more than ${MOST_PARTS} parts were found; expected fewer.`
		);
	}
}
