/**
 * The sums over all pixels that the gradient of batch norm needs (`batch-norm-gradient.ts`). Chunks of a
 * few rows are summed in single precision and joined in doubles: what these sums are subtracted from is
 * often hardly larger than they are.
 */
import { affine } from './batch-norm';
import { add, bytes, LANES, multiplyAdd, subtract, wherePositive, zero } from './lanes';
import { chunkRows } from './moments';

/** sums[2, channels], doubles: Σ g and Σ g (x − μ). `partial` is scratch of 2 · channels floats. */
export function gradientSums(
	dy: usize,
	x: usize,
	term: usize,
	rows: i32,
	channels: i32,
	relu: bool,
	sums: usize,
	partial: usize
): void {
	memory.fill(sums, 0, 2 * bytes(2 * channels));
	const size = bytes(channels);
	const step = chunkRows(channels);
	for (let row = 0; row < rows; row += step) {
		const count = min(step, rows - row);
		const start = bytes(row * channels);
		let channel = 0;
		for (; channel + LANES <= channels; channel += LANES) {
			const o = bytes(channel);
			chunkSums<v128>(dy + start + o, x + start + o, term + o, count, size, relu, partial + o);
		}
		for (; channel < channels; channel++) {
			const o = bytes(channel);
			chunkSums<f32>(dy + start + o, x + start + o, term + o, count, size, relu, partial + o);
		}
		addInDoubles(partial, sums, 2 * channels);
	}
}

function chunkSums<L>(
	dy: usize,
	x: usize,
	term: usize,
	rows: i32,
	size: usize,
	relu: bool,
	partial: usize
): void {
	const mean = load<L>(term);
	const scale = load<L>(term + size);
	const shift = load<L>(term + 2 * size);
	let sum = zero<L>();
	let product = sum;
	for (let row = 0; row < rows; row++) {
		let g = load<L>(dy);
		const value = load<L>(x);
		if (relu) g = wherePositive<L>(g, affine<L>(value, mean, scale, shift));
		sum = add<L>(sum, g);
		product = multiplyAdd<L>(g, subtract<L>(value, mean), product);
		dy += size;
		x += size;
	}
	store<L>(partial, sum);
	store<L>(partial + size, product);
}

/** sums[3, channels], doubles: Σ g, Σ g (a − μa) and Σ g (b − μb). `partial`: 3 · channels floats. */
export function gradientSumsPair(
	dy: usize,
	a: usize,
	termA: usize,
	b: usize,
	termB: usize,
	rows: i32,
	channels: i32,
	relu: bool,
	sums: usize,
	partial: usize
): void {
	memory.fill(sums, 0, 2 * bytes(3 * channels));
	const size = bytes(channels);
	const step = chunkRows(channels);
	for (let row = 0; row < rows; row += step) {
		const count = min(step, rows - row);
		const start = bytes(row * channels);
		let o: usize = 0;
		for (; o + 16 <= size; o += 16) {
			const at = start + o;
			chunkSumsPair<v128>(
				dy + at,
				a + at,
				termA + o,
				b + at,
				termB + o,
				count,
				size,
				relu,
				partial + o
			);
		}
		for (; o < size; o += 4) {
			const at = start + o;
			chunkSumsPair<f32>(
				dy + at,
				a + at,
				termA + o,
				b + at,
				termB + o,
				count,
				size,
				relu,
				partial + o
			);
		}
		addInDoubles(partial, sums, 3 * channels);
	}
}

function chunkSumsPair<L>(
	dy: usize,
	a: usize,
	termA: usize,
	b: usize,
	termB: usize,
	rows: i32,
	size: usize,
	relu: bool,
	partial: usize
): void {
	const meanA = load<L>(termA);
	const scaleA = load<L>(termA + size);
	const shiftA = load<L>(termA + 2 * size);
	const meanB = load<L>(termB);
	const scaleB = load<L>(termB + size);
	const shiftB = load<L>(termB + 2 * size);
	let sum = zero<L>();
	let productA = sum;
	let productB = sum;
	for (let row = 0; row < rows; row++) {
		let g = load<L>(dy);
		const valueA = load<L>(a);
		const valueB = load<L>(b);
		if (relu) {
			const ofA = affine<L>(valueA, meanA, scaleA, shiftA);
			g = wherePositive<L>(g, add<L>(ofA, affine<L>(valueB, meanB, scaleB, shiftB)));
		}
		sum = add<L>(sum, g);
		productA = multiplyAdd<L>(g, subtract<L>(valueA, meanA), productA);
		productB = multiplyAdd<L>(g, subtract<L>(valueB, meanB), productB);
		dy += size;
		a += size;
		b += size;
	}
	store<L>(partial, sum);
	store<L>(partial + size, productA);
	store<L>(partial + 2 * size, productB);
}

function addInDoubles(partial: usize, sums: usize, count: i32): void {
	for (; count >= LANES; count -= LANES) {
		const values = v128.load(partial);
		const high = v128.shuffle<f32>(values, values, 2, 3, 2, 3);
		v128.store(sums, f64x2.add(v128.load(sums), f64x2.promote_low_f32x4(values)));
		v128.store(sums, f64x2.add(v128.load(sums, 16), f64x2.promote_low_f32x4(high)), 16);
		partial += 16;
		sums += 32;
	}
	for (; count > 0; count--) {
		store<f64>(sums, load<f64>(sums) + <f64>load<f32>(partial));
		partial += 4;
		sums += 8;
	}
}
