/**
 * Passes over maps [rows, columns, channels] of one picture in which every channel keeps to itself: the
 * pool, the scale of squeeze-excite, and the join of a Ghost module. `pixels` is rows · columns.
 */
import { add, bytes, LANES, multiply, multiplyAdd, splat, zero } from './lanes';

/** mean[c] = Σ maps[p, c] / pixels. */
export function averageChannels(maps: usize, mean: usize, pixels: i32, channels: i32): void {
	let channel = 0;
	for (; channel + LANES <= channels; channel += LANES) {
		averageBlock<v128>(maps + bytes(channel), mean + bytes(channel), pixels, channels);
	}
	for (; channel < channels; channel++) {
		averageBlock<f32>(maps + bytes(channel), mean + bytes(channel), pixels, channels);
	}
}

function averageBlock<L>(maps: usize, mean: usize, pixels: i32, channels: i32): void {
	let sum = zero<L>();
	for (let pixel = 0; pixel < pixels; pixel++) {
		sum = add<L>(sum, load<L>(maps));
		maps += bytes(channels);
	}
	store<L>(mean, multiply<L>(sum, splat<L>(<f32>1 / <f32>pixels)));
}

/** maps[p, c] = values[c] · factor: the gradient of the average, with the factor 1 / pixels. */
export function spreadChannels(
	values: usize,
	factor: f32,
	maps: usize,
	pixels: i32,
	channels: i32
): void {
	const size = bytes(channels);
	for (let o: usize = 0; o < size; o += 4) {
		store<f32>(maps + o, load<f32>(values + o) * factor);
	}
	for (let pixel = 1; pixel < pixels; pixel++) {
		memory.copy(maps + size * pixel, maps, size);
	}
}

/** scaled[p, c] = maps[p, c] · factors[c]. */
export function scaleChannels(
	maps: usize,
	factors: usize,
	scaled: usize,
	pixels: i32,
	channels: i32
): void {
	const size = bytes(channels);
	const whole = bytes(channels & ~(LANES - 1));
	for (let pixel = 0; pixel < pixels; pixel++) {
		let o: usize = 0;
		for (; o < whole; o += 16) {
			v128.store(scaled + o, multiply<v128>(v128.load(maps + o), v128.load(factors + o)));
		}
		for (; o < size; o += 4) {
			store<f32>(scaled + o, load<f32>(maps + o) * load<f32>(factors + o));
		}
		maps += size;
		scaled += size;
	}
}

/** dots[c] = Σ a[p, c] · b[p, c]: the gradient of the factors of `scaleChannels`. */
export function dotChannels(a: usize, b: usize, dots: usize, pixels: i32, channels: i32): void {
	let channel = 0;
	for (; channel + LANES <= channels; channel += LANES) {
		const o = bytes(channel);
		dotBlock<v128>(a + o, b + o, dots + o, pixels, channels);
	}
	for (; channel < channels; channel++) {
		const o = bytes(channel);
		dotBlock<f32>(a + o, b + o, dots + o, pixels, channels);
	}
}

function dotBlock<L>(a: usize, b: usize, dots: usize, pixels: i32, channels: i32): void {
	let sum = zero<L>();
	for (let pixel = 0; pixel < pixels; pixel++) {
		sum = multiplyAdd<L>(load<L>(a), load<L>(b), sum);
		a += bytes(channels);
		b += bytes(channels);
	}
	store<L>(dots, sum);
}

/**
 * Copies `count` channels of every pixel, from channel `from` of a source with `channels` channels to
 * channel `to` of a target with `targetChannels`: joins maps along the channels, and parts them again.
 */
export function copyChannels(
	source: usize,
	channels: i32,
	from: i32,
	target: usize,
	targetChannels: i32,
	to: i32,
	count: i32,
	pixels: i32
): void {
	source += bytes(from);
	target += bytes(to);
	const whole = bytes(count & ~(LANES - 1));
	const size = bytes(count);
	for (let pixel = 0; pixel < pixels; pixel++) {
		let o: usize = 0;
		for (; o < whole; o += 16) v128.store(target + o, v128.load(source + o));
		for (; o < size; o += 4) store<f32>(target + o, load<f32>(source + o));
		source += bytes(channels);
		target += bytes(targetChannels);
	}
}
