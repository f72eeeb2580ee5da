/**
 * Products of row-major matrices, the inside of every 1×1 convolution: maps [N, H, W, C] are a matrix
 * of N·H·W rows and C columns.
 *
 * A tile of 4 rows × 8 columns is summed in eight registers while the common index runs, which leaves
 * enough of the sixteen for the operands. Columns left over are done four at a time, then one by one.
 */
import { atLeast, bytes, LANES, loadSplat, multiplyAdd, zero } from './lanes';

/**
 * product[r, c] = max(least, bias[c] + Σ a[r, i] · b[i, c]); NaN stays NaN.
 * @param bias of each column, or 0 for none
 * @param least 0 for a ReLU, −∞ for none
 */
export function matMul(
	a: usize,
	b: usize,
	bias: usize,
	product: usize,
	rows: i32,
	inner: i32,
	columns: i32,
	least: f32
): void {
	let row = 0;
	for (; row + 4 <= rows; row += 4) {
		const left = a + bytes(row * inner);
		const out = product + bytes(row * columns);
		let column = 0;
		for (; column + 8 <= columns; column += 8) {
			tile4x8(
				left,
				b + bytes(column),
				biasAt(bias, column),
				out + bytes(column),
				inner,
				columns,
				least
			);
		}
		for (; column + LANES <= columns; column += LANES) {
			tile4<v128>(
				left,
				b + bytes(column),
				biasAt(bias, column),
				out + bytes(column),
				inner,
				columns,
				least
			);
		}
		for (; column < columns; column++) {
			tile4<f32>(
				left,
				b + bytes(column),
				biasAt(bias, column),
				out + bytes(column),
				inner,
				columns,
				least
			);
		}
	}
	for (; row < rows; row++) {
		const left = a + bytes(row * inner);
		const out = product + bytes(row * columns);
		let column = 0;
		for (; column + LANES <= columns; column += LANES) {
			tile1<v128>(
				left,
				b + bytes(column),
				biasAt(bias, column),
				out + bytes(column),
				inner,
				columns,
				least
			);
		}
		for (; column < columns; column++) {
			tile1<f32>(
				left,
				b + bytes(column),
				biasAt(bias, column),
				out + bytes(column),
				inner,
				columns,
				least
			);
		}
	}
}

function biasAt(bias: usize, column: i32): usize {
	return bias == 0 ? 0 : bias + bytes(column);
}

function tile4x8(
	a: usize,
	b: usize,
	bias: usize,
	out: usize,
	inner: i32,
	columns: i32,
	least: f32
): void {
	const stride = bytes(columns);
	let a0 = a;
	let a1 = a0 + bytes(inner);
	let a2 = a1 + bytes(inner);
	let a3 = a2 + bytes(inner);
	const end = a1;
	let s00 = bias == 0 ? zero<v128>() : v128.load(bias);
	let s01 = bias == 0 ? zero<v128>() : v128.load(bias, 16);
	let s10 = s00;
	let s11 = s01;
	let s20 = s00;
	let s21 = s01;
	let s30 = s00;
	let s31 = s01;
	while (a0 < end) {
		const b0 = v128.load(b);
		const b1 = v128.load(b, 16);
		const x0 = v128.load32_splat(a0);
		s00 = multiplyAdd<v128>(x0, b0, s00);
		s01 = multiplyAdd<v128>(x0, b1, s01);
		const x1 = v128.load32_splat(a1);
		s10 = multiplyAdd<v128>(x1, b0, s10);
		s11 = multiplyAdd<v128>(x1, b1, s11);
		const x2 = v128.load32_splat(a2);
		s20 = multiplyAdd<v128>(x2, b0, s20);
		s21 = multiplyAdd<v128>(x2, b1, s21);
		const x3 = v128.load32_splat(a3);
		s30 = multiplyAdd<v128>(x3, b0, s30);
		s31 = multiplyAdd<v128>(x3, b1, s31);
		a0 += 4;
		a1 += 4;
		a2 += 4;
		a3 += 4;
		b += stride;
	}
	const floor = f32x4.splat(least);
	v128.store(out, f32x4.pmax(s00, floor));
	v128.store(out, f32x4.pmax(s01, floor), 16);
	out += stride;
	v128.store(out, f32x4.pmax(s10, floor));
	v128.store(out, f32x4.pmax(s11, floor), 16);
	out += stride;
	v128.store(out, f32x4.pmax(s20, floor));
	v128.store(out, f32x4.pmax(s21, floor), 16);
	out += stride;
	v128.store(out, f32x4.pmax(s30, floor));
	v128.store(out, f32x4.pmax(s31, floor), 16);
}

function tile4<L>(
	a: usize,
	b: usize,
	bias: usize,
	out: usize,
	inner: i32,
	columns: i32,
	least: f32
): void {
	const stride = bytes(columns);
	const next = bytes(inner);
	const end = a + next;
	let s0 = bias == 0 ? zero<L>() : load<L>(bias);
	let s1 = s0;
	let s2 = s0;
	let s3 = s0;
	for (; a < end; a += 4) {
		const right = load<L>(b);
		s0 = multiplyAdd<L>(loadSplat<L>(a), right, s0);
		s1 = multiplyAdd<L>(loadSplat<L>(a + next), right, s1);
		s2 = multiplyAdd<L>(loadSplat<L>(a + 2 * next), right, s2);
		s3 = multiplyAdd<L>(loadSplat<L>(a + 3 * next), right, s3);
		b += stride;
	}
	store<L>(out, atLeast<L>(s0, least));
	store<L>(out + stride, atLeast<L>(s1, least));
	store<L>(out + 2 * stride, atLeast<L>(s2, least));
	store<L>(out + 3 * stride, atLeast<L>(s3, least));
}

function tile1<L>(
	a: usize,
	b: usize,
	bias: usize,
	out: usize,
	inner: i32,
	columns: i32,
	least: f32
): void {
	const end = a + bytes(inner);
	let sum = bias == 0 ? zero<L>() : load<L>(bias);
	for (; a < end; a += 4) {
		sum = multiplyAdd<L>(loadSplat<L>(a), load<L>(b), sum);
		b += bytes(columns);
	}
	store<L>(out, atLeast<L>(sum, least));
}

/** transposed[columns, rows] = matrixᵀ for matrix[rows, columns]. */
export function transpose(matrix: usize, transposed: usize, rows: i32, columns: i32): void {
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			store<f32>(transposed + bytes(column * rows + row), load<f32>(matrix));
			matrix += 4;
		}
	}
}
