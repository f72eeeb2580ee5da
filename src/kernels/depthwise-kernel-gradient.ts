/**
 * The gradient of a depthwise convolution's kernel: nine sums in registers for 3×3, one sum after another
 * for other sizes.
 */
import { addTo, bytes, LANES, multiplyAdd, zero } from './lanes';

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
