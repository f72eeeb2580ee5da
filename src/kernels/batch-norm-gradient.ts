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
import { pairValue, termValue } from './batch-norm';
import { add, bytes, LANES, multiply, multiplyAdd, subtract, wherePositive } from './lanes';

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
