/**
 * The order in which the things are timed within each round: shuffled anew every time, from a seed.
 *
 * The shuffle is what the verdicts rest on. Whatever the machine does meanwhile (warms up, slows down,
 * serves others), it does to places in the order, not to things; so of two equal things each comes out
 * behind in half of the rounds, by the shuffle alone (R. A. Fisher 1935, The Design of Experiments).
 */
import { mulberry32 } from '#lib/core/network/random-weights.ts';

/** Numbers from 0 to `count` − 1 in a random order, the same for the same seed and round. */
export function roundOrder(seed: number, round: number, count: number): number[] {
	const next = mulberry32(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(round + 1, 0x85ebca6b));
	const order = Array.from({ length: count }, (_, index) => index);
	for (let last = count - 1; last > 0; last--) {
		const chosen = Math.floor((next() / 2 ** 32) * (last + 1));
		[order[last], order[chosen]] = [order[chosen]!, order[last]!];
	}
	return order;
}
