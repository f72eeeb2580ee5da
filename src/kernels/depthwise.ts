/**
 * Depthwise convolution, one kernel per channel. Kernels are [rows, columns,
 * channels]; pictures come framed with zeros (`patches.ts`), so that every tap lies inside.
 *
 * 3×3 kernels are held in nine registers while a row of pixels passes; other sizes read them again for
 * every pixel.
 */
import { add, atLeast, bytes, LANES, multiply, multiplyAdd, zero } from './lanes';

/**
 * out[r, c] = max(least, bias + Σ frame[r·stride + u, c·stride + v] · kernel[u, v]) for one picture; NaN
 * stays NaN.
 *
 * @param frame [_, frameColumns, channels]
 * @param bias of each channel, or 0 for none
 * @param out [outRows, outColumns, channels]
 * @param least 0 for a ReLU, −∞ for none
 */
export function depthwise(
	frame: usize,
	kernel: usize,
	bias: usize,
	out: usize,
	channels: i32,
	frameColumns: i32,
	outRows: i32,
	outColumns: i32,
	size: i32,
	stride: i32,
	least: f32
): void {
	for (let row = 0; row < outRows; row++) {
		const source = frame + bytes(row * stride * frameColumns * channels);
		let channel = 0;
		for (; channel + LANES <= channels; channel += LANES) {
			const o = bytes(channel);
			convolveRow<v128>(
				source + o,
				kernel + o,
				bias == 0 ? 0 : bias + o,
				out + o,
				channels,
				frameColumns,
				outColumns,
				size,
				stride,
				least
			);
		}
		for (; channel < channels; channel++) {
			const o = bytes(channel);
			convolveRow<f32>(
				source + o,
				kernel + o,
				bias == 0 ? 0 : bias + o,
				out + o,
				channels,
				frameColumns,
				outColumns,
				size,
				stride,
				least
			);
		}
		out += bytes(outColumns * channels);
	}
}

/** One row of pixels, one block of channels. */
function convolveRow<L>(
	source: usize,
	kernel: usize,
	bias: usize,
	out: usize,
	channels: i32,
	frameColumns: i32,
	outColumns: i32,
	size: i32,
	stride: i32,
	least: f32
): void {
	const pixel = bytes(channels);
	if (size === 3) {
		row3<L>(source, kernel, bias, out, pixel, frameColumns, outColumns, stride, least);
	} else {
		rowOf<L>(source, kernel, bias, out, pixel, frameColumns, outColumns, size, stride, least);
	}
}

function row3<L>(
	top: usize,
	kernel: usize,
	bias: usize,
	out: usize,
	pixel: usize,
	frameColumns: i32,
	outColumns: i32,
	stride: i32,
	least: f32
): void {
	const start = bias == 0 ? zero<L>() : load<L>(bias);
	const k0 = load<L>(kernel);
	const k1 = load<L>(kernel + pixel);
	const k2 = load<L>(kernel + 2 * pixel);
	const k3 = load<L>(kernel + 3 * pixel);
	const k4 = load<L>(kernel + 4 * pixel);
	const k5 = load<L>(kernel + 5 * pixel);
	const k6 = load<L>(kernel + 6 * pixel);
	const k7 = load<L>(kernel + 7 * pixel);
	const k8 = load<L>(kernel + 8 * pixel);
	const step = pixel * stride;
	let middle = top + pixel * frameColumns;
	let bottom = middle + pixel * frameColumns;
	for (let column = 0; column < outColumns; column++) {
		let s0 = multiplyAdd<L>(load<L>(top), k0, start);
		let s1 = multiply<L>(load<L>(middle), k3);
		let s2 = multiply<L>(load<L>(bottom), k6);
		s0 = multiplyAdd<L>(load<L>(top + pixel), k1, s0);
		s1 = multiplyAdd<L>(load<L>(middle + pixel), k4, s1);
		s2 = multiplyAdd<L>(load<L>(bottom + pixel), k7, s2);
		s0 = multiplyAdd<L>(load<L>(top + 2 * pixel), k2, s0);
		s1 = multiplyAdd<L>(load<L>(middle + 2 * pixel), k5, s1);
		s2 = multiplyAdd<L>(load<L>(bottom + 2 * pixel), k8, s2);
		store<L>(out, atLeast<L>(add<L>(s0, add<L>(s1, s2)), least));
		top += step;
		middle += step;
		bottom += step;
		out += pixel;
	}
}

function rowOf<L>(
	source: usize,
	kernel: usize,
	bias: usize,
	out: usize,
	pixel: usize,
	frameColumns: i32,
	outColumns: i32,
	size: i32,
	stride: i32,
	least: f32
): void {
	const start = bias == 0 ? zero<L>() : load<L>(bias);
	for (let column = 0; column < outColumns; column++) {
		let sum = start;
		let tap = kernel;
		for (let u = 0; u < size; u++) {
			let value = source + pixel * frameColumns * u;
			for (let v = 0; v < size; v++) {
				sum = multiplyAdd<L>(load<L>(value), load<L>(tap), sum);
				value += pixel;
				tap += pixel;
			}
		}
		store<L>(out, atLeast<L>(sum, least));
		source += pixel * stride;
		out += pixel;
	}
}
