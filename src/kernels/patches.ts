/**
 * A picture inside a frame of zeros, and the patches of it that a dense kernel looks at. With the frame,
 * no loop of a convolution asks whether a tap lies inside the picture.
 */
import { bytes } from './lanes';

/**
 * Copies one picture [rows, columns, channels] into a frame [frameRows, frameColumns, channels], its
 * first pixel at (top, left). What the frame is too small for is left out; the border must be zero
 * already and stays so.
 */
export function framePicture(
	picture: usize,
	frame: usize,
	rows: i32,
	columns: i32,
	channels: i32,
	frameRows: i32,
	frameColumns: i32,
	top: i32,
	left: i32
): void {
	const copiedRows = min(rows, frameRows - top);
	const copiedBytes = bytes(min(columns, frameColumns - left) * channels);
	let target = frame + bytes((top * frameColumns + left) * channels);
	for (let row = 0; row < copiedRows; row++) {
		memory.copy(target, picture, copiedBytes);
		picture += bytes(columns * channels);
		target += bytes(frameColumns * channels);
	}
}

/**
 * The patches of a framed picture as a matrix [outRows · outColumns, kernelRows · kernelColumns ·
 * channels]: times the kernels as a matrix, it is their convolution.
 */
export function gatherPatches(
	frame: usize,
	patches: usize,
	channels: i32,
	frameColumns: i32,
	kernelRows: i32,
	kernelColumns: i32,
	outRows: i32,
	outColumns: i32,
	strideRows: i32,
	strideColumns: i32
): void {
	const values = kernelColumns * channels;
	for (let row = 0; row < outRows; row++) {
		for (let column = 0; column < outColumns; column++) {
			let source =
				frame + bytes((row * strideRows * frameColumns + column * strideColumns) * channels);
			for (let kernelRow = 0; kernelRow < kernelRows; kernelRow++) {
				for (let value = 0; value < values; value++) {
					store<f32>(patches, load<f32>(source + bytes(value)));
					patches += 4;
				}
				source += bytes(frameColumns * channels);
			}
		}
	}
}

/** Sets `count` floats to zero. */
export function clear(pointer: usize, count: i32): void {
	memory.fill(pointer, 0, bytes(count));
}
