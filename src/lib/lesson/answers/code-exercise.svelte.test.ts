import { expect, test } from 'vitest';
import type { CodeCell } from '#lib/editor/code-cell.svelte.ts';
import { codeTasks } from '#lib/exercises/tasks.ts';
import { fuseBatchNorm } from '#lib/exercises/fuse-batch-norm.ts';
import type { Run, RunEnd, RunOptions } from '#lib/kernel/client.ts';
import { CodeEdits } from '#lib/state/lesson/code-edits.svelte.ts';
import { Store } from '#lib/state/shell/storage.ts';
import { tasks } from '#lib/strings/en/tasks.ts';
import { CodeExercise, type CodeExerciseOptions } from './code-exercise.svelte.ts';

interface FakeKernel {
	readonly programs: string[];
	readonly exercise: CodeExercise;
	readonly cell: CodeCell;
}

/** An exercise whose kernel says these lines and ends so, whatever the program is. */
function open(
	lines: readonly string[],
	end: RunEnd = 'done',
	more: Partial<CodeExerciseOptions> = {}
): FakeKernel {
	const programs: string[] = [];
	const start = ({ code, onevent }: RunOptions): Run => {
		programs.push(code);
		const ended = Promise.resolve().then(() => {
			for (const text of lines) onevent({ kind: 'text', text });
			return end;
		});
		return { ended, stop: () => undefined };
	};
	const exercise = new CodeExercise({
		name: 'fuse-batch-norm',
		task: fuseBatchNorm,
		edits: new CodeEdits(new Store(() => null)),
		kernel: { runner: '/runner.html', title: 'Kernel' },
		start,
		...more
	});
	return { programs, exercise, cell: exercise.cell };
}

const result = (value: unknown): string => `result of the check: ${JSON.stringify(value)}`;
const resultsOf = (make: (args: Parameters<typeof fuseBatchNorm.holds>[0]) => unknown): string[] =>
	fuseBatchNorm.calls(1).map((args) => result(make(args)));

test('results are judged by the task, and what the function prints is left to the reader', async () => {
	const { exercise, cell } = open(['mine', ...resultsOf(fuseBatchNorm.mistakes['no-root']!)]);
	expect(await exercise.check()).toBe('no-root');
	expect(cell.items).toEqual([{ kind: 'text', text: 'mine' }]);
});

test('each check asks with other numbers', async () => {
	const { exercise, programs } = open(resultsOf(fuseBatchNorm.mistakes['unchanged']!));
	expect(await exercise.check()).toBe('unchanged');
	// The same results do not fit the next question.
	expect(await exercise.check()).toBe('other');
	expect(programs[0]).toContain(JSON.stringify(fuseBatchNorm.calls(1)));
	expect(programs[1]).toContain(JSON.stringify(fuseBatchNorm.calls(2)));
});

test.each([['time'], ['limit'], ['stopped'], ['load'], ['failed']] as const)(
	'a run that ends by %s is no answer',
	async (end) => {
		const { exercise, cell } = open(resultsOf(fuseBatchNorm.mistakes['unchanged']!), end);
		expect(await exercise.check()).toBeNull();
		expect(cell.items).toEqual([{ kind: 'end', end }]);
	}
);

test.each([
	['banana', [result('banana')]],
	['no JSON', ['result of the check: undefined']],
	['nothing', []],
	['too many', Array.from({ length: 9 }, () => result(null))]
])('%s is a result that is wrong', async (_, lines) => {
	expect(await open(lines).exercise.check()).toBe('other');
});

test('the code begins with what was checked before, and is kept under the task', () => {
	const edits = new CodeEdits(new Store(() => null));
	const { cell } = open([], 'done', { edits, begun: () => 'checked before' });
	expect(cell.code).toBe('checked before');
	cell.change('mine');
	expect(edits.of('task:fuse-batch-norm')?.code).toBe('mine');
	expect(open([], 'done', { edits }).cell.code).toBe('mine');
});

test('of the names in every task something is said', () => {
	for (const [name, { start }] of Object.entries(codeTasks)) {
		expect(tasks).toHaveProperty(name);
		for (const parameter of Object.keys(tasks[name as 'fuse-batch-norm'].names)) {
			expect(start).toMatch(new RegExp(`\\(.*\\b${parameter}\\b`));
		}
	}
});
