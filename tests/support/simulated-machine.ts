/** Timings of a made-up machine that is noisy in the ways that real ones are; everything from a seed. */
import { uniformStream } from '#lib/core/network/random-weights.ts';
import { roundOrder } from '#lib/measure/round-order.ts';

/** Factors by which a machine is slower than at its best, one for each thing it does after another. */
export type Machine = (seed: number) => () => number;

function gaussian(key: string, seed: number): () => number {
	const next = uniformStream(key, seed);
	const open = () => (next() + 1) / 2 || Number.MIN_VALUE;
	return () => Math.sqrt(-2 * Math.log(open())) * Math.cos(2 * Math.PI * open());
}

function share(key: string, seed: number): () => number {
	const next = uniformStream(key, seed);
	return () => (next() + 1) / 2;
}

const logNormal: (spread: number) => Machine = (spread) => (seed) => {
	const next = gaussian('noise', seed);
	return () => Math.exp(spread * next());
};

export const machines = {
	'log-normal noise': logNormal(0.15),
	'a drift of 1 % a timing': (seed) => {
		const noise = logNormal(0.05)(seed);
		let level = 1;
		return () => (level *= 1.01) * noise();
	},
	'two frequencies': (seed) => {
		const noise = logNormal(0.03)(seed);
		const chance = share('switch', seed);
		let slow = false;
		return () => {
			if (chance() < 0.05) slow = !slow;
			return (slow ? 1.6 : 1) * noise();
		};
	},
	outliers: (seed) => {
		const noise = logNormal(0.03)(seed);
		const chance = share('outlier', seed);
		return () => noise() * (chance() < 0.07 ? 3 + 17 * chance() : 1);
	},
	'noise that remembers': (seed) => {
		const next = gaussian('noise', seed);
		let level = 0;
		return () => Math.exp((level = 0.97 * level + 0.05 * next()));
	},
	'a pause at every fourth timing': (seed) => {
		const noise = logNormal(0.03)(seed);
		let turn = 0;
		return () => noise() * (turn++ % 4 === 0 ? 1.5 : 1);
	}
} satisfies Record<string, Machine>;

interface Simulation {
	readonly machine: Machine;
	readonly seed: number;
	/** Milliseconds of each thing on the machine at its best. */
	readonly things: readonly number[];
	readonly rounds: number;
	/** Step of the clock in milliseconds. */
	readonly clock: number;
	/** Whether each round has an order of its own, as in the lab. */
	readonly shuffled?: boolean;
}

/** One list of times for each thing, a time for each round. */
export function simulate(simulation: Simulation): number[][] {
	const { machine, seed, things, rounds, clock, shuffled = true } = simulation;
	const slower = machine(seed);
	const times: number[][] = things.map(() => []);
	for (let round = 0; round < rounds; round++) {
		const order = shuffled ? roundOrder(seed, round, things.length) : things.keys();
		for (const thing of order) {
			times[thing]!.push(Math.floor((things[thing]! * slower()) / clock) * clock);
		}
	}
	return times;
}
