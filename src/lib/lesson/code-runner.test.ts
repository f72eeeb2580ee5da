import { expect, test } from 'vitest';
import { fuseBatchNorm } from '#lib/exercises/fuse-batch-norm.ts';
import { checkCode, type CodeRunner } from './code-runner.ts';

/** Gives these results, whatever the program says. */
const gives =
	(result: Awaited<ReturnType<CodeRunner>>): CodeRunner =>
	() =>
		Promise.resolve(result);

test('results are judged by the task', async () => {
	const calls = fuseBatchNorm.calls(3);
	const results = calls.map((args) => fuseBatchNorm.mistakes['no-root']!(args));
	const checked = await checkCode(gives({ kind: 'results', results }), fuseBatchNorm, '', 3);
	expect(checked).toEqual({ kind: 'judged', outcome: 'no-root' });
});

test.each([
	{ kind: 'error', message: 'ReferenceError: x is not defined', line: 2 },
	{ kind: 'stopped' }
] as const)('what went wrong is passed on: $kind', async (result) => {
	expect(await checkCode(gives(result), fuseBatchNorm, '', 1)).toEqual(result);
});

test('the program and the calls of the seed are what is run', async () => {
	const seen: unknown[] = [];
	const run: CodeRunner = (...all) => {
		seen.push(...all);
		return Promise.resolve({ kind: 'stopped' });
	};
	await checkCode(run, fuseBatchNorm, 'source', 5);
	expect(seen).toEqual(['source', 'fuseBatchNorm', fuseBatchNorm.calls(5)]);
});
