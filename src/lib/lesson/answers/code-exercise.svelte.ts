/** A function that a reader writes: its code, and what comes of running it on random numbers. */
import { CodeCell, type CellOptions } from '#lib/editor/code-cell.svelte.ts';
import { runCell } from '#lib/editor/run-cell.ts';
import { judgeResults, type CodeTask, type Outcome, type Plain } from '#lib/exercises/code-task.ts';
import { checkProgram, readResult } from './check-program.ts';

export interface CodeExerciseOptions extends Pick<
	CellOptions,
	'edits' | 'kernel' | 'begun' | 'start'
> {
	/** Name of the task. */
	readonly name: string;
	readonly task: CodeTask;
}

export class CodeExercise {
	readonly cell: CodeCell;
	readonly #task: CodeTask;
	/** Each check asks with other numbers. */
	#seed = 0;
	#calls: readonly (readonly Plain[])[] = [];
	#results: unknown[] = [];

	constructor({ name, task, ...options }: CodeExerciseOptions) {
		this.#task = task;
		this.cell = new CodeCell({
			...options,
			snippet: `task:${name}`,
			original: task.start,
			scope: { values: {}, before: '' },
			rest: () => checkProgram(task.name, this.#calls),
			takes: (event) => {
				const found = readResult(event);
				this.#results.push(...found);
				return found.length > 0;
			}
		});
	}

	/** @returns what the results say; null when the code did not come to its end, which the cell shows */
	async check(): Promise<Outcome | null> {
		this.#calls = this.#task.calls((this.#seed += 1));
		this.#results = [];
		const end = await runCell(this.cell);
		const failed = this.cell.items.some(({ kind }) => kind === 'error');
		return end === 'done' && !failed ? judgeResults(this.#task, this.#calls, this.#results) : null;
	}
}
