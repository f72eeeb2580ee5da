/**
 * Depthwise convolution, one kernel per channel, and its two gradients. Kernels are [rows, columns,
 * channels]; pictures come framed with zeros (`patches.ts`), so that every tap lies inside.
 *
 * 3×3 kernels are held in nine registers while a row of pixels passes; other sizes read them again for
 * every pixel.
 */
import { add, addTo, bytes, LANES, multiply, multiplyAdd, zero } from './lanes';

/**
 * out[r, c] = Σ frame[r·stride + u, c·stride + v] · kernel[u, v] for one picture.
 *
 * @param frame [_, frameColumns, channels]
 * @param out [outRows, outColumns, channels]
 */
export function depthwise(
	frame: usize,
	kernel: usize,
	out: usize,
	channels: i32,
	frameColumns: i32,
	outRows: i32,
	outColumns: i32,
	size: i32,
	stride: i32
): void {
	for (let row = 0; row < outRows; row++) {
		const source = frame + bytes(row * stride * frameColumns * channels);
		let channel = 0;
		for (; channel + LANES <= channels; channel += LANES) {
			const o = bytes(channel);
			convolveRow<v128>(
				source + o,
				kernel + o,
				out + o,
				channels,
				frameColumns,
				outColumns,
				size,
				stride
			);
		}
		for (; channel < channels; channel++) {
			const o = bytes(channel);
			convolveRow<f32>(
				source + o,
				kernel + o,
				out + o,
				channels,
				frameColumns,
				outColumns,
				size,
				stride
			);
		}
		out += bytes(outColumns * channels);
	}
}

/** One row of pixels, one block of channels. */
function convolveRow<L>(
	source: usize,
	kernel: usize,
	out: usize,
	channels: i32,
	frameColumns: i32,
	outColumns: i32,
	size: i32,
	stride: i32
): void {
	const pixel = bytes(channels);
	if (size === 3) {
		row3<L>(source, kernel, out, pixel, frameColumns, outColumns, stride);
	} else {
		rowOf<L>(source, kernel, out, pixel, frameColumns, outColumns, size, stride);
	}
}

function row3<L>(
	top: usize,
	kernel: usize,
	out: usize,
	pixel: usize,
	frameColumns: i32,
	outColumns: i32,
	stride: i32
): void {
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
		let s0 = multiply<L>(load<L>(top), k0);
		let s1 = multiply<L>(load<L>(middle), k3);
		let s2 = multiply<L>(load<L>(bottom), k6);
		s0 = multiplyAdd<L>(load<L>(top + pixel), k1, s0);
		s1 = multiplyAdd<L>(load<L>(middle + pixel), k4, s1);
		s2 = multiplyAdd<L>(load<L>(bottom + pixel), k7, s2);
		s0 = multiplyAdd<L>(load<L>(top + 2 * pixel), k2, s0);
		s1 = multiplyAdd<L>(load<L>(middle + 2 * pixel), k5, s1);
		s2 = multiplyAdd<L>(load<L>(bottom + 2 * pixel), k8, s2);
		store<L>(out, add<L>(s0, add<L>(s1, s2)));
		top += step;
		middle += step;
		bottom += step;
		out += pixel;
	}
}

function rowOf<L>(
	source: usize,
	kernel: usize,
	out: usize,
	pixel: usize,
	frameColumns: i32,
	outColumns: i32,
	size: i32,
	stride: i32
): void {
	for (let column = 0; column < outColumns; column++) {
		let sum = zero<L>();
		let tap = kernel;
		for (let u = 0; u < size; u++) {
			let value = source + pixel * frameColumns * u;
			for (let v = 0; v < size; v++) {
				sum = multiplyAdd<L>(load<L>(value), load<L>(tap), sum);
				value += pixel;
				tap += pixel;
			}
		}
		store<L>(out, sum);
		source += pixel * stride;
		out += pixel;
	}
}

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

/**
 * dKernel[u, v] += Σ frame[r·stride + u, c·stride + v] · dOut[r, c] for one picture. Each row is summed
 * in registers and then added, which keeps rounding errors small. The caller clears dKernel first.
 */
export function addDepthwiseKernelGradient(
	frame: usize,
	dOut: usize,
	dKernel: usize,
	channels: i32,
	frameColumns: i32,
	outRows: i32,
	outColumns: i32,
	size: i32,
	stride: i32
): void {
	for (let row = 0; row < outRows; row++) {
		const source = frame + bytes(row * stride * frameColumns * channels);
		let channel = 0;
		for (; channel + LANES <= channels; channel += LANES) {
			const o = bytes(channel);
			addRow<v128>(
				source + o,
				dOut + o,
				dKernel + o,
				channels,
				frameColumns,
				outColumns,
				size,
				stride
			);
		}
		for (; channel < channels; channel++) {
			const o = bytes(channel);
			addRow<f32>(
				source + o,
				dOut + o,
				dKernel + o,
				channels,
				frameColumns,
				outColumns,
				size,
				stride
			);
		}
		dOut += bytes(outColumns * channels);
	}
}

function addRow<L>(
	source: usize,
	dOut: usize,
	dKernel: usize,
	channels: i32,
	frameColumns: i32,
	outColumns: i32,
	size: i32,
	stride: i32
): void {
	const pixel = bytes(channels);
	if (size === 3) {
		addRow3<L>(source, dOut, dKernel, pixel, frameColumns, outColumns, stride);
	} else {
		addRowOf<L>(source, dOut, dKernel, pixel, frameColumns, outColumns, size, stride);
	}
}

function addRow3<L>(
	top: usize,
	dOut: usize,
	dKernel: usize,
	pixel: usize,
	frameColumns: i32,
	outColumns: i32,
	stride: i32
): void {
	let d0 = zero<L>();
	let d1 = d0;
	let d2 = d0;
	let d3 = d0;
	let d4 = d0;
	let d5 = d0;
	let d6 = d0;
	let d7 = d0;
	let d8 = d0;
	const step = pixel * stride;
	let middle = top + pixel * frameColumns;
	let bottom = middle + pixel * frameColumns;
	for (let column = 0; column < outColumns; column++) {
		const g = load<L>(dOut);
		d0 = multiplyAdd<L>(load<L>(top), g, d0);
		d1 = multiplyAdd<L>(load<L>(top + pixel), g, d1);
		d2 = multiplyAdd<L>(load<L>(top + 2 * pixel), g, d2);
		d3 = multiplyAdd<L>(load<L>(middle), g, d3);
		d4 = multiplyAdd<L>(load<L>(middle + pixel), g, d4);
		d5 = multiplyAdd<L>(load<L>(middle + 2 * pixel), g, d5);
		d6 = multiplyAdd<L>(load<L>(bottom), g, d6);
		d7 = multiplyAdd<L>(load<L>(bottom + pixel), g, d7);
		d8 = multiplyAdd<L>(load<L>(bottom + 2 * pixel), g, d8);
		top += step;
		middle += step;
		bottom += step;
		dOut += pixel;
	}
	addTo<L>(dKernel, d0);
	addTo<L>(dKernel + pixel, d1);
	addTo<L>(dKernel + 2 * pixel, d2);
	addTo<L>(dKernel + 3 * pixel, d3);
	addTo<L>(dKernel + 4 * pixel, d4);
	addTo<L>(dKernel + 5 * pixel, d5);
	addTo<L>(dKernel + 6 * pixel, d6);
	addTo<L>(dKernel + 7 * pixel, d7);
	addTo<L>(dKernel + 8 * pixel, d8);
}

function addRowOf<L>(
	source: usize,
	dOut: usize,
	dKernel: usize,
	pixel: usize,
	frameColumns: i32,
	outColumns: i32,
	size: i32,
	stride: i32
): void {
	for (let u = 0; u < size; u++) {
		for (let v = 0; v < size; v++) {
			let value = source + pixel * (frameColumns * u + v);
			let g = dOut;
			let sum = zero<L>();
			for (let column = 0; column < outColumns; column++) {
				sum = multiplyAdd<L>(load<L>(value), load<L>(g), sum);
				value += pixel * stride;
				g += pixel;
			}
			addTo<L>(dKernel, sum);
			dKernel += pixel;
		}
	}
}
