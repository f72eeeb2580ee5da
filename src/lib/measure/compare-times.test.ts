/** What the lab promises: equal things are told apart at most once in twenty, real differences are found. */
import { describe, expect, it } from 'vitest';
import { machines, simulate, type Machine } from '../../../tests/support/simulated-machine.ts';
import {
	compareTimes,
	LEAST_DIFFERENCE,
	marginFromControl,
	pairedRatios,
	type Verdict
} from './compare-times.ts';

const RUNS = 1000;
const ROUNDS = 40;

type Case = [name: string, machine: Machine, clock: number];

const cases: Case[] = Object.entries(machines).flatMap(([name, machine]): Case[] => [
	[`${name}, a clock of 5 µs`, machine, 0.005],
	[`${name}, a clock of 0.1 ms`, machine, 0.1]
]);

/** Verdicts on every thing against the first, as the lab gives them. */
function verdicts(times: readonly number[][], margin: number): (Verdict | null)[] {
	const [first, ...others] = times as [number[], ...number[][]];
	const options = { comparisons: others.length, margin };
	return others.map((other) => compareTimes(other, first, options).verdict);
}

const runs = Array.from({ length: RUNS }, (_, seed) => seed);

describe('four equal things', () => {
	it.each(cases)('are all called equal at least 19 times in 20: %s', (_, machine, clock) => {
		const alarms = runs.filter((seed) => {
			const times = simulate({ machine, seed, things: [5, 5, 5, 5], rounds: ROUNDS, clock });
			// Without a margin, so that the interval alone has to keep the promise.
			return verdicts(times, 0).some((verdict) => verdict !== 'no difference');
		});
		expect(alarms.length / RUNS).toBeLessThanOrEqual(0.05);
	});

	it('are not, when the order is always the same: the promise rests on the shuffle', () => {
		const machine = machines['a pause at every fourth timing'];
		const simulation = { machine, things: [5, 5, 5, 5], rounds: ROUNDS, clock: 0.005 };
		const alarms = runs.filter((seed) =>
			verdicts(simulate({ ...simulation, seed, shuffled: false }), LEAST_DIFFERENCE).some(
				(verdict) => verdict !== 'no difference'
			)
		);
		expect(alarms.length / RUNS).toBeGreaterThan(0.9);
	});
});

describe('a thing that takes 20 % longer', () => {
	it.each(cases)('is found, and called slower: %s', (_, machine, clock) => {
		const found = runs.filter((seed) => {
			const times = simulate({ machine, seed, things: [5, 6, 5, 5], rounds: ROUNDS, clock });
			const [verdict] = verdicts(times, LEAST_DIFFERENCE);
			expect(verdict).not.toBe('faster');
			return verdict === 'slower';
		});
		expect(found.length / RUNS).toBeGreaterThanOrEqual(0.8);
	});
});

describe('a comparison', () => {
	const options = { comparisons: 1, margin: LEAST_DIFFERENCE };
	const constant = (value: number) => Array.from({ length: 10 }, () => value);

	it('is a multiple of the second time, and turns around with its sides', () => {
		expect(compareTimes(constant(1), constant(2), options)).toEqual({
			median: 0.5,
			interval: { low: 0.5, high: 0.5 },
			verdict: 'faster'
		});
		expect(compareTimes(constant(2), constant(1), options).verdict).toBe('slower');
	});

	it('calls nothing within the margin a difference', () => {
		expect(compareTimes(constant(1.02), constant(1), options).verdict).toBe('no difference');
		expect(compareTimes(constant(1.021), constant(1), options).verdict).toBe('slower');
		expect(compareTimes(constant(1), constant(1.021), options).verdict).toBe('faster');
	});

	it('has no verdict after too few rounds', () => {
		expect(compareTimes([1, 1, 1, 1, 1], [2, 2, 2, 2, 2], options).verdict).toBeNull();
	});

	it('takes times that the clock did not see', () => {
		expect(pairedRatios([0, 0, 1], [0, 1, 0])).toEqual([1, 0, Infinity]);
	});
});

it('takes its margin from the thing that was timed twice, when that is more than the least', () => {
	expect(marginFromControl([1, 1, 1], [1.001, 1, 1])).toBe(LEAST_DIFFERENCE);
	expect(marginFromControl([1, 1, 1], [1.1, 1.1, 1.1])).toBeCloseTo(0.1);
	expect(marginFromControl([1.1, 1.1, 1.1], [1, 1, 1])).toBeCloseTo(0.1);
	expect(marginFromControl([0, 0, 0], [1, 1, 1])).toBe(LEAST_DIFFERENCE);
});
