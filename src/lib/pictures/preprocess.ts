/**
 * From a picture to a network's input, as timm evaluates RepGhostNet (`create_transform` with
 * crop_pct 0.875, bicubic, centre crop) on torchvision's Resize, CenterCrop, ToTensor and Normalize.
 */
import type { Tensor } from '#lib/core/tensor.ts';
import { toRgba, type Picture } from './picture.ts';
import { resizeAndCrop, type Crop } from './resize.ts';

/** Means and standard deviations of ImageNet's red, green and blue, where 1 is full light. */
export const MEAN = [0.485, 0.456, 0.406] as const;
export const STANDARD_DEVIATION = [0.229, 0.224, 0.225] as const;
/** Share of the resized picture's side that the crop keeps. */
export const CROP_SHARE = 0.875;

/** Python's `round`: halves go to the even neighbour. */
function roundHalfEven(value: number): number {
	const floor = Math.floor(value);
	const isHalf = value - floor === 0.5;
	return isHalf ? floor + (floor % 2) : Math.round(value);
}

/** What a resized picture just covers before rows × columns pixels are cropped from its middle. */
export function resizeTarget(rows: number, columns: number): { width: number; height: number } {
	return { width: Math.floor(columns / CROP_SHARE), height: Math.floor(rows / CROP_SHARE) };
}

/**
 * The size before the crop: the shorter side becomes floor(side / 0.875), the other follows. For an
 * input that is not square, timm scales until both sides are covered (`ResizeKeepRatio`).
 */
function resizedSize({ width, height }: Picture, rows: number, columns: number) {
	const target = resizeTarget(rows, columns);
	if (target.width !== target.height) {
		const ratio = Math.min(width / target.width, height / target.height);
		return { width: roundHalfEven(width / ratio), height: roundHalfEven(height / ratio) };
	}
	const longSide = Math.floor((target.width * Math.max(width, height)) / Math.min(width, height));
	return width <= height
		? { width: target.width, height: longSide }
		: { width: longSide, height: target.height };
}

/** What the network sees of a picture: rows × columns pixels, resized and cropped at its middle. */
export function cropForNetwork(picture: Picture, rows: number, columns: number): Picture {
	const resized = resizedSize(picture, rows, columns);
	const crop: Crop = {
		left: roundHalfEven((resized.width - columns) / 2),
		top: roundHalfEven((resized.height - rows) / 2),
		width: columns,
		height: rows
	};
	return resizeAndCrop(picture, resized, crop);
}

/**
 * (byte / 255 − mean) / standard deviation, each step rounded to float32 as PyTorch does.
 * Returns [1, 3, rows, columns].
 */
export function normalize({ width, height, rgb }: Picture): Tensor {
	const plane = width * height;
	const data = new Float32Array(3 * plane);
	for (let channel = 0; channel < 3; channel++) {
		const mean = Math.fround(MEAN[channel]!);
		const deviation = Math.fround(STANDARD_DEVIATION[channel]!);
		const values = Float32Array.from(
			{ length: 256 },
			(_, byte) => Math.fround(Math.fround(byte / 255) - mean) / deviation
		);
		for (let pixel = 0; pixel < plane; pixel++) {
			data[channel * plane + pixel] = values[rgb[pixel * 3 + channel]!]!;
		}
	}
	return { shape: [1, 3, height, width], data };
}

/**
 * The picture that a normalised tensor [1, 3, rows, columns] or [3, rows, columns] shows: `normalize` undone, rounded to
 * bytes; values outside the range of a picture are clipped.
 */
export function denormalize({ shape, data }: Tensor): Picture {
	const [height = 0, width = 0] = shape.slice(-2);
	const plane = width * height;
	const rgb = new Uint8ClampedArray(3 * plane);
	for (let channel = 0; channel < 3; channel++) {
		for (let pixel = 0; pixel < plane; pixel++) {
			const value = data[channel * plane + pixel]! * STANDARD_DEVIATION[channel]! + MEAN[channel]!;
			rgb[pixel * 3 + channel] = value * 255;
		}
	}
	return { width, height, rgb };
}

/**
 * A picture of any size made ready for a network that takes rows × columns pixels.
 * `input` is [1, 3, rows, columns], normalised; `shown` is the same crop as opaque RGBA bytes.
 */
export function preprocess(picture: Picture, rows = 224, columns = rows) {
	const crop = cropForNetwork(picture, rows, columns);
	return {
		input: normalize(crop),
		shown: { width: crop.width, height: crop.height, rgba: toRgba(crop) }
	};
}
