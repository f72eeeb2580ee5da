/** The lab's promise on times that were really taken; `tests/fixtures/lab/record.ts` recorded them. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cut, reshuffle, type Recording } from '../../../tests/support/lab-recording.ts';
import { LEAST_DIFFERENCE } from './compare-times.ts';
import type { Measurement } from './measurement.ts';
import { summarize, type Summary } from './summary.ts';

const folder = new URL('../../../tests/fixtures/lab/', import.meta.url);
const ROUNDS = 40;

function read(name: string): Recording {
	return JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Recording;
}

function stretches(recording: Recording, rounds = ROUNDS): Measurement[] {
	const count = Math.floor(recording.microseconds.length / rounds);
	return Array.from({ length: count }, (_, index) => cut(recording, index * rounds, rounds));
}

const isAlarm = ({ pairs }: Summary): boolean =>
	pairs.some(({ comparison }) => comparison.verdict !== 'no difference');

const recordings = readdirSync(folder)
	.filter((name) => name.startsWith('equal-'))
	.map((name) => [name, read(name)] as const);

it('has recordings of equal things, some of them on a busy machine', () => {
	expect(recordings.length).toBeGreaterThanOrEqual(5);
	expect(recordings.filter(([, { origin }]) => origin.includes('keep it busy'))).toHaveLength(2);
});

describe('equal things that were really timed', () => {
	it('are called equal at least 19 times in 20, over all recordings', () => {
		const runs = recordings.flatMap(([, recording]) => stretches(recording));
		expect(runs.length).toBeGreaterThanOrEqual(100);
		const alarms = runs.filter((run) => isAlarm(summarize(run)));
		expect(alarms.length / runs.length).toBeLessThanOrEqual(0.05);
	});

	it.each(recordings)('are, whichever way the order had fallen: %s', (_, recording) => {
		const runs = stretches(recording).flatMap((run) =>
			Array.from({ length: 40 }, (__, seed) => reshuffle(run, 1000 + seed))
		);
		const alarms = runs.filter((run) => isAlarm(summarize(run)));
		expect(alarms.length / runs.length).toBeLessThanOrEqual(0.05);
	});

	it('hardly ever put the control apart', () => {
		const runs = recordings.flatMap(([, recording]) => stretches(recording));
		const apart = runs.filter((run) => summarize(run).control.verdict !== 'no difference');
		expect(apart.length / runs.length).toBeLessThanOrEqual(0.05);
	});
});

describe('things that differ, and were really timed', () => {
	const recording = read('different-bottlenecks.json');

	it('are told apart in every stretch: folded against training-time', () => {
		for (const run of stretches(recording)) {
			const { pairs } = summarize(run);
			const folding = pairs.find(({ of, against }) => of === 0 && against === 2)!;
			expect(folding.comparison.verdict).toBe('faster');
			expect(folding.comparison.median).toBeLessThan(0.8);
		}
	});

	it('are found at a difference of 20 %, busy as the machine was', () => {
		const runs = recordings.flatMap(([, equal]) => stretches(equal, 80));
		const found = runs.filter((run) => {
			const rounds = run.rounds.map((round) => ({
				...round,
				milliseconds: round.milliseconds.map((time, at) => (at === 1 ? 1.2 * time : time))
			}));
			const { pairs, margin } = summarize({ ...run, rounds });
			expect(margin).toBeGreaterThanOrEqual(LEAST_DIFFERENCE);
			expect(pairs[0]!.comparison.verdict).not.toBe('faster');
			return pairs[0]!.comparison.verdict === 'slower';
		});
		expect(found.length / runs.length).toBeGreaterThanOrEqual(0.85);
	});
});

describe('a run that was stopped', () => {
	it('has medians and no verdict, since stopping at will finds what is not there', () => {
		const run = cut(read('different-bottlenecks.json'), 0, ROUNDS);
		const stopped = summarize({ ...run, rounds: run.rounds.slice(0, ROUNDS - 1) });
		expect(stopped.complete).toBe(false);
		expect(stopped.times[0]!.median).toBeGreaterThan(0);
		for (const { comparison } of stopped.pairs) expect(comparison.verdict).toBeNull();
		expect(stopped.control.verdict).toBeNull();
	});
});
