/**
 * Mean and variance of every channel over all rows of x[rows, channels], in one pass over memory.
 *
 * E[x²] − E[x]² would lose everything when a channel's mean is large beside its spread. So rows are
 * taken in chunks that stay in the processor's nearest cache; each chunk is read twice, once for its mean
 * and once for the squares around that mean, and chunks are joined in doubles (Chan, Golub & LeVeque
 * 1979):
 *
 *   δ = meanB − meanA,  mean = meanA + δ · nB / n,  M2 = M2A + M2B + δ² · nA · nB / n.
 */
import { add, bytes, LANES, multiply, multiplyAdd, splat, subtract, zero } from './lanes';

/** Floats in a chunk, where that is more than its least rows. */
const CHUNK_FLOATS: i32 = 1024;
const CHUNK_ROWS: i32 = 32;

/**
 * Rows that are summed in single precision before they are joined in doubles: few, so that rounding
 * errors stay small, and not so few that the joining costs time.
 */
export function chunkRows(channels: i32): i32 {
	return max(CHUNK_ROWS, CHUNK_FLOATS / channels);
}

/**
 * @param mean [channels], written
 * @param variance [channels], written: the biased one, M2 / rows
 * @param scratch 2 · channels doubles
 */
export function moments(
	x: usize,
	rows: i32,
	channels: i32,
	mean: usize,
	variance: usize,
	scratch: usize
): void {
	memory.fill(scratch, 0, bytes(4 * channels));
	const step = chunkRows(channels);
	for (let row = 0; row < rows; row += step) {
		const count = min(step, rows - row);
		const chunk = x + bytes(row * channels);
		let channel = 0;
		for (; channel + LANES <= channels; channel += LANES) {
			const o = bytes(channel);
			chunkMoments<v128>(chunk + o, count, channels, mean + o, variance + o);
		}
		for (; channel < channels; channel++) {
			const o = bytes(channel);
			chunkMoments<f32>(chunk + o, count, channels, mean + o, variance + o);
		}
		joinChunk(mean, variance, channels, row, count, scratch);
	}
	for (let channel = 0; channel < channels; channel++) {
		const joined = scratch + 2 * bytes(2 * channel);
		store<f32>(mean + bytes(channel), <f32>load<f64>(joined));
		store<f32>(variance + bytes(channel), <f32>(load<f64>(joined, 8) / rows));
	}
}

/** Mean of a chunk, and the sum of squares around it, for one block of channels. */
function chunkMoments<L>(x: usize, rows: i32, channels: i32, mean: usize, squares: usize): void {
	const next = bytes(channels);
	const even = rows & ~3;
	let row = 0;
	let from = x;
	let s0 = zero<L>();
	let s1 = s0;
	let s2 = s0;
	let s3 = s0;
	for (; row < even; row += 4) {
		s0 = add<L>(s0, load<L>(from));
		s1 = add<L>(s1, load<L>(from + next));
		s2 = add<L>(s2, load<L>(from + 2 * next));
		s3 = add<L>(s3, load<L>(from + 3 * next));
		from += 4 * next;
	}
	for (; row < rows; row++) {
		s0 = add<L>(s0, load<L>(from));
		from += next;
	}
	const sum = add<L>(add<L>(s0, s1), add<L>(s2, s3));
	const middle = multiply<L>(sum, splat<L>(<f32>1 / <f32>rows));
	store<L>(mean, middle);

	row = 0;
	from = x;
	s0 = zero<L>();
	s1 = s0;
	for (; row < even; row += 2) {
		const d0 = subtract<L>(load<L>(from), middle);
		const d1 = subtract<L>(load<L>(from + next), middle);
		s0 = multiplyAdd<L>(d0, d0, s0);
		s1 = multiplyAdd<L>(d1, d1, s1);
		from += 2 * next;
	}
	for (; row < rows; row++) {
		const d = subtract<L>(load<L>(from), middle);
		s0 = multiplyAdd<L>(d, d, s0);
		from += next;
	}
	store<L>(squares, add<L>(s0, s1));
}

/** Joins a chunk of `count` rows to the `before` rows of the chunks before it. */
function joinChunk(
	mean: usize,
	squares: usize,
	channels: i32,
	before: i32,
	count: i32,
	scratch: usize
): void {
	const share = <f64>count / <f64>(before + count);
	for (let channel = 0; channel < channels; channel++) {
		const joined = scratch + 2 * bytes(2 * channel);
		const meanBefore = load<f64>(joined);
		const difference = <f64>load<f32>(mean + bytes(channel)) - meanBefore;
		store<f64>(joined, meanBefore + difference * share);
		const between = difference * difference * <f64>before * share;
		store<f64>(
			joined,
			load<f64>(joined, 8) + <f64>load<f32>(squares + bytes(channel)) + between,
			8
		);
	}
}
