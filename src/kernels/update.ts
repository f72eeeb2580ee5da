/**
 * What changes after each batch: the weights, by gradient descent with momentum, and the running
 * statistics of batch norm. One pass over a tensor of any shape, `count` numbers.
 */
import { add, LANES, multiply, multiplyAdd, splat } from './lanes';

/**
 * Stochastic gradient descent with momentum μ, weight decay λ and learning rate η as PyTorch has it:
 *
 *   v′ = μ · v + (g + λ · w),   w′ = w − η · v′.
 */
export function momentumStep(
	weight: usize,
	gradient: usize,
	velocity: usize,
	newWeight: usize,
	newVelocity: usize,
	count: i32,
	learningRate: f32,
	momentum: f32,
	decay: f32
): void {
	let o: usize = 0;
	for (; count >= LANES; count -= LANES) {
		const w = v128.load(weight + o);
		const g = multiplyAdd<v128>(w, splat<v128>(decay), v128.load(gradient + o));
		const v = multiplyAdd<v128>(v128.load(velocity + o), splat<v128>(momentum), g);
		v128.store(newVelocity + o, v);
		v128.store(newWeight + o, multiplyAdd<v128>(v, splat<v128>(-learningRate), w));
		o += 16;
	}
	for (; count > 0; count--) {
		const w = load<f32>(weight + o);
		const g = multiplyAdd<f32>(w, decay, load<f32>(gradient + o));
		const v = multiplyAdd<f32>(load<f32>(velocity + o), momentum, g);
		store<f32>(newVelocity + o, v);
		store<f32>(newWeight + o, multiplyAdd<f32>(v, -learningRate, w));
		o += 4;
	}
}

/** blended = a · shareA + b · shareB. */
export function blend(
	a: usize,
	b: usize,
	blended: usize,
	count: i32,
	shareA: f32,
	shareB: f32
): void {
	let o: usize = 0;
	for (; count >= LANES; count -= LANES) {
		const ofA = multiply<v128>(v128.load(a + o), splat<v128>(shareA));
		const ofB = multiply<v128>(v128.load(b + o), splat<v128>(shareB));
		v128.store(blended + o, add<v128>(ofA, ofB));
		o += 16;
	}
	for (; count > 0; count--) {
		store<f32>(blended + o, load<f32>(a + o) * shareA + load<f32>(b + o) * shareB);
		o += 4;
	}
}
