/**
 * Batch norm in training (Ioffe & Szegedy 2015, arXiv 1502.03167, Algorithm 1), of one tensor or as a
 * sum of two, with or without the ReLU behind it:
 *
 *   y = relu?( (a − μ) · s + β ),   y = relu?( (a − μa) · sa + βa  +  (b − μb) · sb + βb ),
 *   s = γ / √(σ² + ε).
 *
 * The second term is the other branch of a RepGhost module, or maps that are added as they are: those
 * have μ = 0, s = 1, β = 0.
 *
 * A term lies in memory as μ, s and β, [channels] each, one after the other.
 */
import { add, bytes, LANES, multiplyAdd, positivePart, subtract } from './lanes';

/** The term of a batch norm from its parameters and the batch's moments, [channels] each. */
export function batchNormTerm(
	gamma: usize,
	beta: usize,
	mean: usize,
	variance: usize,
	epsilon: f64,
	term: usize,
	channels: i32
): void {
	const size = bytes(channels);
	memory.copy(term, mean, size);
	for (let o: usize = 0; o < size; o += 4) {
		const spread = sqrt<f64>(<f64>load<f32>(variance + o) + epsilon);
		store<f32>(term + size + o, <f32>(<f64>load<f32>(gamma + o) / spread));
	}
	memory.copy(term + 2 * size, beta, size);
}

/** The term of maps that are added as they are. */
export function identityTerm(term: usize, channels: i32): void {
	const size = bytes(channels);
	memory.fill(term, 0, 3 * size);
	for (let o: usize = 0; o < size; o += 4) store<f32>(term + size + o, 1);
}

/** (x − μ) · s + β. */
export function affine<L>(x: L, mean: L, scale: L, shift: L): L {
	return multiplyAdd<L>(subtract<L>(x, mean), scale, shift);
}

/** The same for one block of channels in memory; `size` is that of [channels]. */
export function termValue<L>(x: L, term: usize, size: usize): L {
	return affine<L>(x, load<L>(term), load<L>(term + size), load<L>(term + 2 * size));
}

/** y[rows, channels], the normalised x. */
export function normalise(
	x: usize,
	term: usize,
	y: usize,
	rows: i32,
	channels: i32,
	relu: bool
): void {
	const size = bytes(channels);
	const whole = bytes(channels & ~(LANES - 1));
	for (let row = 0; row < rows; row++) {
		let o: usize = 0;
		for (; o < whole; o += 16) {
			const value = termValue<v128>(v128.load(x + o), term + o, size);
			v128.store(y + o, relu ? positivePart<v128>(value) : value);
		}
		for (; o < size; o += 4) {
			const value = termValue<f32>(load<f32>(x + o), term + o, size);
			store<f32>(y + o, relu ? positivePart<f32>(value) : value);
		}
		x += size;
		y += size;
	}
}

/** y[rows, channels], the sum of two terms. */
export function normalisePair(
	a: usize,
	termA: usize,
	b: usize,
	termB: usize,
	y: usize,
	rows: i32,
	channels: i32,
	relu: bool
): void {
	const size = bytes(channels);
	const whole = bytes(channels & ~(LANES - 1));
	for (let row = 0; row < rows; row++) {
		let o: usize = 0;
		for (; o < whole; o += 16) {
			const value = pairValue<v128>(v128.load(a + o), termA + o, v128.load(b + o), termB + o, size);
			v128.store(y + o, relu ? positivePart<v128>(value) : value);
		}
		for (; o < size; o += 4) {
			const value = pairValue<f32>(load<f32>(a + o), termA + o, load<f32>(b + o), termB + o, size);
			store<f32>(y + o, relu ? positivePart<f32>(value) : value);
		}
		a += size;
		b += size;
		y += size;
	}
}

/** The sum of two terms for one block of channels. */
export function pairValue<L>(a: L, termA: usize, b: L, termB: usize, size: usize): L {
	return add<L>(termValue<L>(a, termA, size), termValue<L>(b, termB, size));
}
