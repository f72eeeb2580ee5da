/** How large a picture file may be, in bytes and once decoded. */
import { PictureError } from './picture.ts';

/** 10 MB. */
export const MAXIMUM_BYTES = 10_000_000;
/** 16 megapixels: 64 MB once decoded. */
const MAXIMUM_PIXELS = 16_000_000;
/** Pixels along a side that the canvases of all browsers hold. */
const MAXIMUM_SIDE = 32_767;

/** Throws when a file of so many bytes is empty or larger than the page takes. */
export function checkFileSize(bytes: number): void {
	if (bytes === 0) {
		throw new PictureError('This file is empty; expected a PNG, JPEG or WebP picture.');
	}
	if (bytes > MAXIMUM_BYTES) {
		const found = (Math.ceil(bytes / 1e5) / 10).toFixed(1);
		throw new PictureError(`This file has ${found} MB; expected a picture of at most 10 MB.`);
	}
}

/** Throws when the picture has no pixels or more than the page takes; its size as the file says. */
export function checkPictureSize(size: { readonly width: number; readonly height: number }): void {
	const { width, height } = size;
	const found = `This picture has ${width} × ${height} pixels`;
	if (width === 0 || height === 0) {
		throw new PictureError(`${found}; expected at least 1 × 1.`);
	}
	if (width * height > MAXIMUM_PIXELS) {
		throw new PictureError(`${found}; expected at most 16 megapixels (such as 4000 × 4000).`);
	}
	if (Math.max(width, height) > MAXIMUM_SIDE) {
		throw new PictureError(`${found}; expected at most ${MAXIMUM_SIDE} along each side.`);
	}
}
