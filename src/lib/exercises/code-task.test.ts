import { describe, expect, test } from 'vitest';
import { isAlike, judgeResults, type CodeTask } from './code-task.ts';
import { codeTasks } from './tasks.ts';

/** Makes the function of a text that stands in this repository. */
async function load(task: CodeTask, source: string): Promise<(...args: unknown[]) => unknown> {
	const text = `${source}\nexport { ${task.name} as made };`;
	const address = `data:text/javascript,${encodeURIComponent(text)}`;
	const module = (await import(/* @vite-ignore */ address)) as {
		made: (...args: unknown[]) => unknown;
	};
	return module.made;
}

describe.each(Object.entries(codeTasks))('%s', (_, task) => {
	test.each([1, 2, 3, 4, 5])('its solution is right, seed %i', async (seed) => {
		const solve = await load(task, task.solution);
		const calls = task.calls(seed);
		expect(
			judgeResults(
				task,
				calls,
				calls.map((args) => solve(...args))
			)
		).toBe('right');
	});

	test('what the reader begins with is not right', async () => {
		const begun = await load(task, task.start);
		const calls = task.calls(1);
		expect(
			judgeResults(
				task,
				calls,
				calls.map((args) => begun(...args))
			)
		).not.toBe('right');
	});

	test.each(Object.entries(task.mistakes))('a mistake is told: %s', (name, make) => {
		for (const seed of [1, 2, 3]) {
			const calls = task.calls(seed);
			expect(judgeResults(task, calls, calls.map(make))).toBe(name);
		}
	});

	test.each([
		[null],
		['banana'],
		[NaN],
		[{}],
		[{ kernel: 'x', bias: [] }],
		[{ kernel: [[1]], bias: [NaN] }]
	])('%j is no result', (value) => {
		const calls = task.calls(1);
		expect(
			judgeResults(
				task,
				calls,
				calls.map(() => value)
			)
		).toBe('other');
	});

	test('one right result is not enough', async () => {
		const solve = await load(task, task.solution);
		const calls = task.calls(1);
		const results = calls.map((args, call) => (call === 0 ? solve(...args) : null));
		expect(judgeResults(task, calls, results)).toBe('other');
	});

	test('too few results are none', () => {
		expect(judgeResults(task, task.calls(1), [])).toBe('other');
	});
});

test('values are alike up to rounding, part by part', () => {
	expect(isAlike({ a: [1, 2] }, { a: [1 + 1e-8, 2], b: 3 })).toBe(true);
	expect(isAlike({ a: [1, 2] }, { a: [1 + 1e-4, 2] })).toBe(false);
	expect(isAlike({ a: [1, 2] }, { a: [1, 2, 3] })).toBe(false);
	expect(isAlike({ toString: 1 }, {})).toBe(false);
});
