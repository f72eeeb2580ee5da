/**
 * What a file is, judged by its bytes before any decoder sees it: PNG, JPEG and WebP of a bounded
 * size pass, everything else is refused. Its own code rather than a package: those for image sizes
 * answer only "size or nothing", without the orientation of all three formats and without a reason
 * to give the reader.
 */
import { textAt, type StoredPicture } from './byte-view.ts';
import { parseJpegHeader } from './jpeg-header.ts';
import { parsePngHeader } from './png-header.ts';
import { checkFileSize } from './picture-limits.ts';
import { PictureError } from './picture.ts';
import { parseWebpHeader } from './webp-header.ts';

export type PictureFormat = 'png' | 'jpeg' | 'webp';

export const FORMAT_NAMES: Readonly<Record<PictureFormat, string>> = {
	png: 'PNG',
	jpeg: 'JPEG',
	webp: 'WebP'
};

export interface PictureHeader extends StoredPicture {
	readonly format: PictureFormat;
}

const parsers = { png: parsePngHeader, jpeg: parseJpegHeader, webp: parseWebpHeader };

/** Other files by their first bytes (Latin-1), for the refusal to say what was found. */
const strangers: readonly (readonly [RegExp, string])[] = [
	[/^GIF8/, 'a GIF picture'],
	[/^\x93NUMPY/, 'a NumPy array (.npy)'],
	[/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|script)/i, 'a web page (HTML)'],
	[/^(?:\xef\xbb\xbf)?\s*<[^]*?(?<=<)(?:!doctype )?svg[\s>]/i, 'an SVG drawing'],
	[/^(?:\xef\xbb\xbf)?\s*<\?xml/i, 'an XML file'],
	[/^BM/, 'a BMP picture'],
	[/^(?:II\*\0|MM\0\*)/, 'a TIFF picture'],
	[/^[^]{4}ftypavi[fs]/, 'an AVIF picture'],
	[/^[^]{4}ftyp(?:hei|hev|mif1|msf1)/, 'a HEIC picture'],
	[/^[^]{4}ftyp/, 'a video'],
	[/^%PDF/, 'a PDF'],
	[/^PK\x03\x04/, 'a ZIP archive']
];

/** The format by the file's first bytes; its name and announced type do not count. */
function findFormat(bytes: Uint8Array): PictureFormat {
	const opening = textAt(bytes, 0, 1024);
	if (opening.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
	if (opening.startsWith('\xff\xd8\xff')) return 'jpeg';
	if (opening.startsWith('RIFF') && opening.slice(8, 12) === 'WEBP') return 'webp';
	const found = strangers.find(([signature]) => signature.test(opening))?.[1];
	throw new PictureError(
		found
			? `This file is ${found}; expected a PNG, JPEG or WebP picture.`
			: 'This file is not a picture that can be read here; expected PNG, JPEG or WebP.'
	);
}

/**
 * Reads the header of a whole picture file and walks its parts to the end, so that files that are cut
 * short are known as such in every browser. Passes over the bytes once; decodes nothing.
 * Throws PictureError, one sentence with what was found and what is expected; never anything else.
 */
export function parsePictureHeader(bytes: Uint8Array): PictureHeader {
	checkFileSize(bytes.length);
	const format = findFormat(bytes);
	return { format, ...parsers[format](bytes) };
}
