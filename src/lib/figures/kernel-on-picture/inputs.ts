/** What the kernels are tried on: a picture as light and as three colours, or maps of 5 × 5 numbers. */
import { createTensor, type Tensor } from '#lib/core/tensor.ts';
import type { Picture } from '#lib/pictures/picture.ts';

export interface Inputs {
	/** [1, 1, rows, columns], for the depthwise convolution. */
	readonly single: Tensor;
	/** [1, 3, rows, columns], for the dense one. */
	readonly triple: Tensor;
}

/** Shares of red, green and blue in what an eye sees as light (ITU-R BT.601). */
const LIGHT = [0.299, 0.587, 0.114] as const;

/** A picture's light and colours, each from 0 to 1. */
export function pictureInputs({ width, height, rgb }: Picture): Inputs {
	const plane = width * height;
	const colours = new Float32Array(3 * plane);
	const light = new Float32Array(plane);
	for (let pixel = 0; pixel < plane; pixel++) {
		for (let channel = 0; channel < 3; channel++) {
			const value = rgb[pixel * 3 + channel]! / 255;
			colours[channel * plane + pixel] = value;
			light[pixel]! += LIGHT[channel]! * value;
		}
	}
	return {
		single: createTensor([1, 1, height, width], light),
		triple: createTensor([1, 3, height, width], colours)
	};
}

// prettier-ignore
const NUMBERS = Float32Array.of(
	5, 1, 0, 2, 4,
	3, 6, 1, 0, 2,
	0, 2, 8, 2, 0,
	1, 0, 2, 7, 3,
	9, 1, 0, 3, 5,

	0, 0, 2, 0, 0,
	0, 2, 2, 2, 0,
	2, 2, 4, 2, 2,
	0, 2, 2, 2, 0,
	0, 0, 2, 0, 0,

	1, 1, 1, 1, 1,
	0, 0, 0, 0, 0,
	3, 3, 3, 3, 3,
	0, 0, 0, 0, 0,
	1, 1, 1, 1, 1);

export const NUMBER_INPUTS: Inputs = {
	single: createTensor([1, 1, 5, 5], NUMBERS.slice(0, 25)),
	triple: createTensor([1, 3, 5, 5], NUMBERS)
};
