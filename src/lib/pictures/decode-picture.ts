/**
 * Decoding of picture files in a worker, by the browser's own decoders. What it gives is what timm's
 * pipeline sees in Python, with these rules where programs differ:
 * - upright, whatever the EXIF data says; the data itself goes no further;
 * - the stored colours, no colour profile applied, as Pillow does;
 * - transparent pixels over white, as the page shows them (Pillow's `convert('RGB')` would uncover
 *   whatever colour lies below, most often black);
 * - the first frame of an animation; 16-bit and CMYK pictures as the browser reduces them.
 *
 * The bytes of a JPEG or lossy WebP may still differ by a few units between browsers.
 */
import { turnUpright } from './upright.ts';
import { checkFileSize } from './picture-limits.ts';
import {
	FORMAT_NAMES,
	parsePictureHeader,
	type PictureFormat,
	type PictureHeader
} from './picture-header.ts';
import { PictureError, type Picture } from './picture.ts';

interface DecodedPicture extends Picture {
	readonly format: PictureFormat;
	/** The file holds more frames than the first. */
	readonly animated: boolean;
	/**
	 * False where the browser changes the pixels that it hands out, as some do against tracking: the
	 * predictions then differ a little from those of the true picture.
	 */
	readonly exact: boolean;
}

/** Pixels that are read back at once, so that a large picture is in memory only twice. */
const STRIP_PIXELS = 1 << 20;

async function readBytes(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
	checkFileSize(file.size);
	try {
		return new Uint8Array(await file.arrayBuffer());
	} catch {
		throw new PictureError(
			'The file could not be read; it may have been moved or changed since it was chosen.'
		);
	}
}

/**
 * The file without EXIF data, made in place. Browsers differ in whether they turn a PNG or WebP by it,
 * so that they must not find it; the turning is done here.
 */
function withoutExif(
	bytes: Uint8Array<ArrayBuffer>,
	{ format, exif }: PictureHeader
): Uint8Array<ArrayBuffer> {
	if (format !== 'png') {
		for (const { start, end } of exif) bytes.fill(0, start, end);
		return bytes;
	}
	// A PNG's chunk must go whole: its checksum would not fit other content.
	let length = 0;
	let kept = 0;
	for (const { start, end } of [...exif, { start: bytes.length, end: bytes.length }]) {
		bytes.copyWithin(length, kept, start);
		length += start - kept;
		kept = end;
	}
	return bytes.subarray(0, length);
}

async function decode(bytes: Uint8Array<ArrayBuffer>, header: PictureHeader): Promise<ImageBitmap> {
	try {
		const file = new Blob([withoutExif(bytes, header)], { type: `image/${header.format}` });
		return await createImageBitmap(file, {
			colorSpaceConversion: 'none',
			premultiplyAlpha: 'none'
		});
	} catch {
		throw new PictureError(
			`The file says it is a ${FORMAT_NAMES[header.format]}, but it could not be decoded; it may be damaged.`
		);
	}
}

function getContext(width: number, height: number): OffscreenCanvasRenderingContext2D {
	const options = { alpha: false, willReadFrequently: true };
	const context = new OffscreenCanvas(width, height).getContext('2d', options);
	if (!context) throw new PictureError('This browser cannot decode pictures in the background.');
	return context;
}

let lastReading: OffscreenCanvasRenderingContext2D | null = null;

/** For reading pixels: the same one again for every frame of a camera, since making one takes as long. */
function readingContext(width: number, height: number): OffscreenCanvasRenderingContext2D {
	const fits = lastReading?.canvas.width === width && lastReading.canvas.height === height;
	const context = fits && lastReading ? lastReading : getContext(width, height);
	lastReading = context;
	return context;
}

/** Whether the canvas gives back the very bytes put into it. */
function readsBackExactly(): boolean {
	const side = 16;
	const context = getContext(side, side);
	const written = context.createImageData(side, side);
	for (let index = 0; index < written.data.length; index++) {
		written.data[index] = index % 4 === 3 ? 255 : (index * 89) % 256;
	}
	context.putImageData(written, 0, 0);
	const { data } = context.getImageData(0, 0, side, side);
	return data.every((byte, index) => byte === written.data[index]);
}

/** The bitmap's pixels over white. */
export function readPixels(bitmap: ImageBitmap): Picture {
	const { width, height } = bitmap;
	const rgb = new Uint8ClampedArray(width * height * 3);
	const rows = Math.min(height, Math.max(1, Math.floor(STRIP_PIXELS / width)));
	const context = readingContext(width, rows);
	context.fillStyle = '#fff';
	for (let top = 0, to = 0; top < height; top += rows) {
		context.fillRect(0, 0, width, rows);
		context.drawImage(bitmap, 0, -top);
		const { data } = context.getImageData(0, 0, width, Math.min(rows, height - top));
		for (let from = 0; from < data.length; from += 4, to += 3) {
			rgb[to] = data[from]!;
			rgb[to + 1] = data[from + 1]!;
			rgb[to + 2] = data[from + 2]!;
		}
	}
	return { width, height, rgb };
}

/**
 * Decodes a PNG, JPEG or WebP file. Nothing is decoded before size and kind were checked.
 * Throws PictureError, one sentence for the reader, or the signal's reason when it aborts.
 */
export async function decodePicture(file: Blob, signal?: AbortSignal): Promise<DecodedPicture> {
	const bytes = await readBytes(file);
	signal?.throwIfAborted();
	const header = parsePictureHeader(bytes);
	const bitmap = await decode(bytes, header);
	try {
		signal?.throwIfAborted();
		if (bitmap.width !== header.width || bitmap.height !== header.height) {
			throw new PictureError(
				`The file says it has ${header.width} × ${header.height} pixels; ${bitmap.width} × ${bitmap.height} were decoded.`
			);
		}
		const { format, animated, orientation } = header;
		const picture = turnUpright(readPixels(bitmap), orientation);
		return { ...picture, format, animated, exact: readsBackExactly() };
	} finally {
		bitmap.close();
	}
}
