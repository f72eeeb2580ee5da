/**
 * Products of row-major matrices, the inside of every 1×1 convolution: maps [N, H, W, C] are a matrix
 * of N·H·W rows and C columns.
 *
 * A tile of 4 rows × 8 columns is summed in eight registers while the common index runs, which leaves
 * enough of the sixteen for the operands. Columns left over are done four at a time, then one by one.
 */
import { bytes, LANES, loadSplat, multiplyAdd, zero } from './lanes';

/** product[rows, columns] = a[rows, inner] · b[inner, columns]. */
export function matMul(
	a: usize,
	b: usize,
	product: usize,
	rows: i32,
	inner: i32,
	columns: i32
): void {
	let row = 0;
	for (; row + 4 <= rows; row += 4) {
		const left = a + bytes(row * inner);
		const out = product + bytes(row * columns);
		let column = 0;
		for (; column + 8 <= columns; column += 8) {
			tile4x8(left, b + bytes(column), out + bytes(column), inner, columns);
		}
		for (; column + LANES <= columns; column += LANES) {
			tile4<v128>(left, b + bytes(column), out + bytes(column), inner, columns);
		}
		for (; column < columns; column++) {
			tile4<f32>(left, b + bytes(column), out + bytes(column), inner, columns);
		}
	}
	for (; row < rows; row++) {
		const left = a + bytes(row * inner);
		const out = product + bytes(row * columns);
		let column = 0;
		for (; column + LANES <= columns; column += LANES) {
			tile1<v128>(left, b + bytes(column), out + bytes(column), inner, columns);
		}
		for (; column < columns; column++) {
			tile1<f32>(left, b + bytes(column), out + bytes(column), inner, columns);
		}
	}
}

function tile4x8(a: usize, b: usize, out: usize, inner: i32, columns: i32): void {
	const stride = bytes(columns);
	let a0 = a;
	let a1 = a0 + bytes(inner);
	let a2 = a1 + bytes(inner);
	let a3 = a2 + bytes(inner);
	const end = a1;
	let s00 = zero<v128>();
	let s01 = s00;
	let s10 = s00;
	let s11 = s00;
	let s20 = s00;
	let s21 = s00;
	let s30 = s00;
	let s31 = s00;
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
	v128.store(out, s00);
	v128.store(out, s01, 16);
	out += stride;
	v128.store(out, s10);
	v128.store(out, s11, 16);
	out += stride;
	v128.store(out, s20);
	v128.store(out, s21, 16);
	out += stride;
	v128.store(out, s30);
	v128.store(out, s31, 16);
}

function tile4<L>(a: usize, b: usize, out: usize, inner: i32, columns: i32): void {
	const stride = bytes(columns);
	const next = bytes(inner);
	const end = a + next;
	let s0 = zero<L>();
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
	store<L>(out, s0);
	store<L>(out + stride, s1);
	store<L>(out + 2 * stride, s2);
	store<L>(out + 3 * stride, s3);
}

function tile1<L>(a: usize, b: usize, out: usize, inner: i32, columns: i32): void {
	const end = a + bytes(inner);
	let sum = zero<L>();
	for (; a < end; a += 4) {
		sum = multiplyAdd<L>(loadSplat<L>(a), load<L>(b), sum);
		b += bytes(columns);
	}
	store<L>(out, sum);
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
