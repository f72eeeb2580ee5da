/**
 * The product of a matrix turned over with another: the gradient of a 1×1 convolution's weights. Tiles
 * are as in `mat-mul.ts`, 4 × 8 sums in registers while the rows run.
 */
import { addTo, bytes, LANES, loadSplat, multiplyAdd, zero } from './lanes';

/** Rows summed in registers before they are added to memory; bounds the rounding error of long sums. */
const ROW_BLOCK: i32 = 256;

/**
 * sum[left, right] += xᵀ · y for x[rows, left] and y[rows, right]: the gradient of a matrix of weights
 * from its input and the gradient of its output. The caller clears `sum` before the first call.
 */
export function addMatMulTransposed(
	x: usize,
	y: usize,
	sum: usize,
	rows: i32,
	left: i32,
	right: i32
): void {
	for (let row = 0; row < rows; row += ROW_BLOCK) {
		const count = min(ROW_BLOCK, rows - row);
		const fromX = x + bytes(row * left);
		const fromY = y + bytes(row * right);
		let i = 0;
		for (; i + 4 <= left; i += 4) {
			const out = sum + bytes(i * right);
			let j = 0;
			for (; j + 8 <= right; j += 8) {
				outer4x8(fromX + bytes(i), fromY + bytes(j), out + bytes(j), count, left, right);
			}
			for (; j + LANES <= right; j += LANES) {
				outer4<v128>(fromX + bytes(i), fromY + bytes(j), out + bytes(j), count, left, right);
			}
			for (; j < right; j++) {
				outer4<f32>(fromX + bytes(i), fromY + bytes(j), out + bytes(j), count, left, right);
			}
		}
		for (; i < left; i++) {
			const out = sum + bytes(i * right);
			let j = 0;
			for (; j + LANES <= right; j += LANES) {
				outer1<v128>(fromX + bytes(i), fromY + bytes(j), out + bytes(j), count, left, right);
			}
			for (; j < right; j++) {
				outer1<f32>(fromX + bytes(i), fromY + bytes(j), out + bytes(j), count, left, right);
			}
		}
	}
}

function outer4x8(x: usize, y: usize, out: usize, rows: i32, left: i32, right: i32): void {
	const strideX = bytes(left);
	const strideY = bytes(right);
	let s00 = zero<v128>();
	let s01 = s00;
	let s10 = s00;
	let s11 = s00;
	let s20 = s00;
	let s21 = s00;
	let s30 = s00;
	let s31 = s00;
	for (let row = 0; row < rows; row++) {
		const y0 = v128.load(y);
		const y1 = v128.load(y, 16);
		const x0 = v128.load32_splat(x);
		s00 = multiplyAdd<v128>(x0, y0, s00);
		s01 = multiplyAdd<v128>(x0, y1, s01);
		const x1 = v128.load32_splat(x, 4);
		s10 = multiplyAdd<v128>(x1, y0, s10);
		s11 = multiplyAdd<v128>(x1, y1, s11);
		const x2 = v128.load32_splat(x, 8);
		s20 = multiplyAdd<v128>(x2, y0, s20);
		s21 = multiplyAdd<v128>(x2, y1, s21);
		const x3 = v128.load32_splat(x, 12);
		s30 = multiplyAdd<v128>(x3, y0, s30);
		s31 = multiplyAdd<v128>(x3, y1, s31);
		x += strideX;
		y += strideY;
	}
	addTo<v128>(out, s00);
	addTo<v128>(out + 16, s01);
	out += strideY;
	addTo<v128>(out, s10);
	addTo<v128>(out + 16, s11);
	out += strideY;
	addTo<v128>(out, s20);
	addTo<v128>(out + 16, s21);
	out += strideY;
	addTo<v128>(out, s30);
	addTo<v128>(out + 16, s31);
}

function outer4<L>(x: usize, y: usize, out: usize, rows: i32, left: i32, right: i32): void {
	let s0 = zero<L>();
	let s1 = s0;
	let s2 = s0;
	let s3 = s0;
	for (let row = 0; row < rows; row++) {
		const value = load<L>(y);
		s0 = multiplyAdd<L>(loadSplat<L>(x), value, s0);
		s1 = multiplyAdd<L>(loadSplat<L>(x + 4), value, s1);
		s2 = multiplyAdd<L>(loadSplat<L>(x + 8), value, s2);
		s3 = multiplyAdd<L>(loadSplat<L>(x + 12), value, s3);
		x += bytes(left);
		y += bytes(right);
	}
	addTo<L>(out, s0);
	addTo<L>(out + bytes(right), s1);
	addTo<L>(out + 2 * bytes(right), s2);
	addTo<L>(out + 3 * bytes(right), s3);
}

function outer1<L>(x: usize, y: usize, out: usize, rows: i32, left: i32, right: i32): void {
	let sum = zero<L>();
	for (let row = 0; row < rows; row++) {
		sum = multiplyAdd<L>(loadSplat<L>(x), load<L>(y), sum);
		x += bytes(left);
		y += bytes(right);
	}
	addTo<L>(out, sum);
}
