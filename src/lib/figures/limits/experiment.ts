/**
 * What a figure computes, written once for both who may run it: a generator that asks for one graph run
 * after another, each with what earlier ones gave, and returns what it found.
 */
import type { GraphRequest, LiveEngine } from '#lib/engine/live-protocol.ts';
import { runPlain, type RunMaps } from './plain-run.ts';

export type Experiment<Setting, Result> = (
	setting: Setting
) => Generator<GraphRequest, Result, RunMaps>;

/** On TensorFlow.js; `backend` is the one that ran it. */
export async function runLive<Setting, Result>(
	experiment: Experiment<Setting, Result>,
	engine: Pick<LiveEngine, 'runGraph'>,
	setting: Setting
): Promise<{ readonly result: Result; readonly backend: string }> {
	const runs = experiment(setting);
	let backend = '';
	let next = runs.next();
	while (!next.done) {
		const run = await engine.runGraph(next.value);
		backend = run.backend;
		next = runs.next(run);
	}
	return { result: next.value, backend };
}

/** In plain loops, at once. */
export function runStill<Setting, Result>(
	experiment: Experiment<Setting, Result>,
	setting: Setting
): Result {
	const runs = experiment(setting);
	let next = runs.next();
	while (!next.done) next = runs.next(runPlain(next.value));
	return next.value;
}
