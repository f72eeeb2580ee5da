/**
 * The orientation in EXIF data (CIPA DC-008, a TIFF 6.0 block): tag 0x0112 of the first directory.
 * Everything else in it, the place where a photo was taken included, is never read.
 */
import { textAt, viewOf, type ByteRange } from './byte-view.ts';

const ORIENTATION_TAG = 0x0112;
const TYPE_SHORT = 3;
const ENTRY_BYTES = 12;

/**
 * The orientation, 1 to 8, of the TIFF block in the given range, which may begin with `Exif\0\0`; null
 * when there is none or it cannot be read, since such pictures are shown as stored everywhere.
 */
export function readOrientation(bytes: Uint8Array, { start, end }: ByteRange): number | null {
	const prefix = textAt(bytes, start, 6) === 'Exif\0\0' ? 6 : 0;
	const block = bytes.subarray(start + prefix, end);
	if (block.length < 8) return null;
	const order = textAt(block, 0, 2);
	if (order !== 'II' && order !== 'MM') return null;
	const littleEndian = order === 'II';
	const view = viewOf(block);
	const directory = view.getUint32(4, littleEndian);
	if (view.getUint16(2, littleEndian) !== 42 || directory + 2 > block.length) return null;
	const announced = view.getUint16(directory, littleEndian);
	const held = Math.floor((block.length - directory - 2) / ENTRY_BYTES);
	for (let entry = 0; entry < Math.min(announced, held); entry++) {
		const at = directory + 2 + entry * ENTRY_BYTES;
		if (view.getUint16(at, littleEndian) !== ORIENTATION_TAG) continue;
		const value = view.getUint16(at + 8, littleEndian);
		const isShort = view.getUint16(at + 2, littleEndian) === TYPE_SHORT;
		return isShort && value >= 1 && value <= 8 ? value : null;
	}
	return null;
}
