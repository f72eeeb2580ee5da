import { expect, it } from 'vitest';
import { findDisturbances, type Disturbance } from './disturbances.ts';
import type { Measurement, Round } from './measurement.ts';

const ROUNDS = 30;

/** A quiet measurement of three joins and nothing, with a touch of noise; each round can be changed. */
function measurement(
	change: (round: Round, number: number) => Partial<Round> = () => ({}),
	changes: Partial<Measurement> = {}
): Measurement {
	const joins = ['concat', 'add-halves', 'add', 'nothing'] as const;
	return {
		...{ id: 'a', taken: '2026-01-01T00:00:00.000Z', seed: 1, roundsWanted: ROUNDS },
		...{ backend: 'wasm', processor: null, clockStep: 0.005, hidden: false },
		repetitions: [10, 10, 10, 10, 10],
		machine: { cores: 2, browser: 'test' },
		experiment: {
			things: joins.map((join) => ({ kind: 'join', join, channels: 16, side: 112 })),
			pairs: [{ of: 1, against: 0 }],
			control: 0
		},
		rounds: Array.from({ length: ROUNDS }, (_, number) => {
			const noise = 1 + 0.02 * Math.sin(number * 12.9898);
			const milliseconds = [5, 3, 6, 0, 5].map((time) => time * noise);
			const round = { order: [0, 1, 2, 3, 4], milliseconds, pulse: noise, gap: 2 };
			return { ...round, ...change(round, number) };
		}),
		...changes
	};
}

const scaled = (factor: number) => (round: Round) => ({ pulse: round.pulse * factor });

it('finds none in a quiet run, though one of the things takes no time', () => {
	expect(findDisturbances(measurement())).toEqual([]);
});

it.each<[Disturbance, Measurement]>([
	['hidden', measurement(undefined, { hidden: true })],
	['paused', measurement((_, number) => (number === 9 ? { gap: 1500 } : {}))],
	['loaded', measurement((round, number) => (number % 5 === 0 ? scaled(2)(round) : {}))],
	['slowed', measurement((round, number) => scaled(1 + number / ROUNDS / 2)(round))],
	['quickened', measurement((round, number) => scaled(1.5 - number / ROUNDS / 2)(round))],
	['coarse-clock', measurement(undefined, { clockStep: 1 })],
	[
		'control',
		measurement(({ milliseconds }) => ({
			milliseconds: milliseconds.map((time, at) => (at === 4 ? time * 1.3 : time))
		}))
	],
	[
		'restless',
		measurement(({ milliseconds }, number) => ({
			milliseconds: milliseconds.map((time) => time * (number % 2 ? 1.5 : 1))
		}))
	]
])('notices %s, and nothing else', (kind, run) => expect(findDisturbances(run)).toEqual([kind]));
