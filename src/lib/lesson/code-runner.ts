/**
 * Runs a reader's function on the calls of a task and judges the results. How code is run is lent: the
 * isolated kernel of the page, or what a test puts in its place.
 */
import { judgeResults, type CodeTask, type Outcome, type Plain } from '#lib/exercises/code-task.ts';

/** What came of a run: a value for each call, or what went wrong, in the program's own words. */
export type RunResult =
	| { readonly kind: 'results'; readonly results: readonly unknown[] }
	| { readonly kind: 'error'; readonly message: string; readonly line: number | null }
	| { readonly kind: 'stopped' };

/**
 * Runs a program and then calls the function of this name that it makes.
 * @returns never rejects
 */
export type CodeRunner = (
	source: string,
	name: string,
	calls: readonly (readonly Plain[])[]
) => Promise<RunResult>;

export type Checked =
	| { readonly kind: 'judged'; readonly outcome: Outcome }
	| Exclude<RunResult, { readonly kind: 'results' }>;

/** @param seed of the random numbers; another one asks with other numbers */
export async function checkCode(
	run: CodeRunner,
	task: CodeTask,
	source: string,
	seed: number
): Promise<Checked> {
	const calls = task.calls(seed);
	const ran = await run(source, task.name, calls);
	if (ran.kind !== 'results') return ran;
	return { kind: 'judged', outcome: judgeResults(task, calls, ran.results) };
}
