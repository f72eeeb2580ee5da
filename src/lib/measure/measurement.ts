/** What was timed, when, where, and every time that was taken: enough to judge it anew. */
import type { Experiment } from './experiment.ts';

/** All things of an experiment timed once, in an order of its own. */
export interface Round {
	/** Positions in the list of things; the last one is the control, the thing that is timed twice. */
	readonly order: readonly number[];
	/** Of all repetitions together, by position in the list of things. */
	readonly milliseconds: readonly number[];
	/** A fixed piece of arithmetic, in milliseconds: how fast the machine itself is just now. */
	readonly pulse: number;
	/** Since the round before, in milliseconds, in which nothing was timed. */
	readonly gap: number;
}

/** What the worker finds out about itself before the first round. */
export interface Conditions {
	readonly backend: string;
	/** The graphics processor's name, where the backend runs on one and the browser says so. */
	readonly processor: string | null;
	/** Smallest step of the clock that was seen, in milliseconds. */
	readonly clockStep: number;
	/** How often each thing runs between two looks at the clock, by position in the list of things. */
	readonly repetitions: readonly number[];
}

/** What the page knows of the machine; it stays on it. */
export interface Machine {
	readonly cores: number | null;
	readonly browser: string;
}

export interface Measurement extends Conditions {
	readonly id: string;
	/** When it began, ISO 8601. */
	readonly taken: string;
	readonly experiment: Experiment;
	readonly seed: number;
	readonly roundsWanted: number;
	readonly rounds: readonly Round[];
	readonly machine: Machine;
	/** Whether the page was out of sight at any moment. */
	readonly hidden: boolean;
}

/** Milliseconds of one run of a thing, in each round. */
export function timesOf(
	{ rounds, repetitions }: Pick<Measurement, 'rounds' | 'repetitions'>,
	position: number
): number[] {
	return rounds.map(({ milliseconds }) => milliseconds[position]! / repetitions[position]!);
}

/** Where the control's times stand: behind those of all things. */
export function controlPosition({ things }: Experiment): number {
	return things.length;
}
