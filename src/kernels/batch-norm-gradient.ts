/**
 * The gradient of batch norm in training. With g the gradient behind the ReLU, n rows and r = 1 / √(σ² + ε):
 *
 *   dβ = Σ g,   dγ = r · Σ g (x − μ),   dx = s · ( g − dβ / n − (x − μ) · r · dγ / n ),
 *
 * that is dx = A · g + B · (x − μ) + C with A = s, B = −s · r · dγ / n, C = −s · dβ / n. These three lie
 * in memory as [channels] each, one after the other; maps that were added as they are have 1, 0, 0.
 *
 * No y is needed: where the ReLU was open is found from the inputs by the operations of the forward
 * pass, in their order, so that both directions see the same bits.
 */
import { affine, pairValue, termValue } from './batch-norm';
import { add, bytes, LANES, multiplyAdd, multiply, subtract, wherePositive, zero } from './lanes';
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

/**
 * dγ and dβ, [channels] each, and the factors A, B, C of dx.
 *
 * @param sum Σ g, [channels] doubles
 * @param product Σ g (x − μ), [channels] doubles
 */
export function batchNormFactors(
	term: usize,
	variance: usize,
	epsilon: f64,
	sum: usize,
	product: usize,
	rows: i32,
	channels: i32,
	dGamma: usize,
	dBeta: usize,
	factors: usize
): void {
	const size = bytes(channels);
	for (let o: usize = 0; o < size; o += 4) {
		const scale = <f64>load<f32>(term + size + o);
		const inverse = 1 / sqrt<f64>(<f64>load<f32>(variance + o) + epsilon);
		const beta = load<f64>(sum + 2 * o);
		const gamma = inverse * load<f64>(product + 2 * o);
		store<f32>(dGamma + o, <f32>gamma);
		store<f32>(dBeta + o, <f32>beta);
		store<f32>(factors + o, <f32>scale);
		store<f32>(factors + size + o, <f32>((-scale * inverse * gamma) / <f64>rows));
		store<f32>(factors + 2 * size + o, <f32>((-scale * beta) / <f64>rows));
	}
}

/** The factors of maps that were added as they are. */
export function identityFactors(factors: usize, channels: i32): void {
	const size = bytes(channels);
	memory.fill(factors, 0, 3 * size);
	for (let o: usize = 0; o < size; o += 4) store<f32>(factors + o, 1);
}

/** A · g + B · (x − μ) + C for one block of channels. */
function inputGradient<L>(g: L, x: L, term: usize, factors: usize, size: usize): L {
	const centred = subtract<L>(x, load<L>(term));
	const rest = multiplyAdd<L>(centred, load<L>(factors + size), load<L>(factors + 2 * size));
	return add<L>(multiply<L>(g, load<L>(factors)), rest);
}

/** dx[rows, channels]. */
export function normaliseGradient(
	dy: usize,
	x: usize,
	term: usize,
	factors: usize,
	dx: usize,
	rows: i32,
	channels: i32,
	relu: bool
): void {
	const size = bytes(channels);
	const whole = bytes(channels & ~(LANES - 1));
	for (let row = 0; row < rows; row++) {
		let o: usize = 0;
		for (; o < whole; o += 16) {
			let g = v128.load(dy + o);
			const value = v128.load(x + o);
			if (relu) g = wherePositive<v128>(g, termValue<v128>(value, term + o, size));
			v128.store(dx + o, inputGradient<v128>(g, value, term + o, factors + o, size));
		}
		for (; o < size; o += 4) {
			let g = load<f32>(dy + o);
			const value = load<f32>(x + o);
			if (relu) g = wherePositive<f32>(g, termValue<f32>(value, term + o, size));
			store<f32>(dx + o, inputGradient<f32>(g, value, term + o, factors + o, size));
		}
		dy += size;
		x += size;
		dx += size;
	}
}

/** da and db, [rows, channels] each. */
export function normalisePairGradient(
	dy: usize,
	a: usize,
	termA: usize,
	factorsA: usize,
	da: usize,
	b: usize,
	termB: usize,
	factorsB: usize,
	db: usize,
	rows: i32,
	channels: i32,
	relu: bool
): void {
	const size = bytes(channels);
	const whole = bytes(channels & ~(LANES - 1));
	for (let row = 0; row < rows; row++) {
		let o: usize = 0;
		for (; o < whole; o += 16) {
			let g = v128.load(dy + o);
			const valueA = v128.load(a + o);
			const valueB = v128.load(b + o);
			if (relu)
				g = wherePositive<v128>(g, pairValue<v128>(valueA, termA + o, valueB, termB + o, size));
			v128.store(da + o, inputGradient<v128>(g, valueA, termA + o, factorsA + o, size));
			v128.store(db + o, inputGradient<v128>(g, valueB, termB + o, factorsB + o, size));
		}
		for (; o < size; o += 4) {
			let g = load<f32>(dy + o);
			const valueA = load<f32>(a + o);
			const valueB = load<f32>(b + o);
			if (relu)
				g = wherePositive<f32>(g, pairValue<f32>(valueA, termA + o, valueB, termB + o, size));
			store<f32>(da + o, inputGradient<f32>(g, valueA, termA + o, factorsA + o, size));
			store<f32>(db + o, inputGradient<f32>(g, valueB, termB + o, factorsB + o, size));
		}
		dy += size;
		a += size;
		b += size;
		da += size;
		db += size;
	}
}
