/**
 * The gradient of a depthwise convolution's input. At stride 1 it is a depthwise convolution of the
 * output's gradient with the kernel turned half round; at other strides each pixel gathers its own taps.
 */
import { bytes, LANES, multiplyAdd, zero } from './lanes';

/** turned[u, v] = kernel[size − 1 − u, size − 1 − v], with which the gradient at stride 1 is a convolution. */
export function turnKernel(kernel: usize, turned: usize, channels: i32, size: i32): void {
	const taps = size * size;
	for (let tap = 0; tap < taps; tap++) {
		memory.copy(
			turned + bytes((taps - 1 - tap) * channels),
			kernel + bytes(tap * channels),
			bytes(channels)
		);
	}
}

/**
 * Gradient of one picture [rows, columns, channels] at any stride: at each pixel, the sum of
 * dOut[(r + top − u) / stride, (c + left − v) / stride] · kernel[u, v] over the taps for which both
 * divisions come out even.
 *
 * @param frame dOut with `border` rows and columns of zeros before its first, and as many after its
 *     last as the picture's last pixels reach: [_, frameColumns, channels]
 */
export function depthwiseInputGradient(
	frame: usize,
	kernel: usize,
	dPicture: usize,
	rows: i32,
	columns: i32,
	channels: i32,
	frameColumns: i32,
	border: i32,
	size: i32,
	stride: i32,
	top: i32,
	left: i32
): void {
	const pixel = bytes(channels);
	const whole = bytes(channels & ~(LANES - 1));
	for (let row = top; row < top + rows; row++) {
		const u = row % stride;
		const frameRow = frame + pixel * ((row / stride + border) * frameColumns + border);
		for (let column = left; column < left + columns; column++) {
			const v = column % stride;
			const source = frameRow + pixel * (column / stride);
			const tap = kernel + pixel * (u * size + v);
			const previousRow = pixel * frameColumns;
			let o: usize = 0;
			for (; o < whole; o += 16) {
				const sum = gatherTaps<v128>(source + o, tap + o, pixel, previousRow, u, v, size, stride);
				v128.store(dPicture + o, sum);
			}
			for (; o < pixel; o += 4) {
				const sum = gatherTaps<f32>(source + o, tap + o, pixel, previousRow, u, v, size, stride);
				store<f32>(dPicture + o, sum);
			}
			dPicture += pixel;
		}
	}
}

/** Σ over the taps u, u + stride, … and v, v + stride, …, while the source goes back by one each time. */
function gatherTaps<L>(
	source: usize,
	tap: usize,
	pixel: usize,
	previousRow: usize,
	u: i32,
	v: i32,
	size: i32,
	stride: i32
): L {
	let sum = zero<L>();
	for (; u < size; u += stride) {
		let value = source;
		let weight = tap;
		for (let column = v; column < size; column += stride) {
			sum = multiplyAdd<L>(load<L>(value), load<L>(weight), sum);
			value -= pixel;
			weight += pixel * stride;
		}
		source -= previousRow;
		tap += pixel * size * stride;
	}
	return sum;
}
