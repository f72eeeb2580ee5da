/**
 * Runs all PyTorch snippets on the toy module and holds every tensor they name against this project's
 * own mathematics, then lets PyTorch load the weight files that the site writes; bundled and started by
 * `../check-pytorch.mjs`, which has found the Python.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Tensor } from '#lib/core/tensor.ts';
import { TOY_STATE } from '#lib/core/fold/toy-module.ts';
import { snippetChain } from './chain.ts';
import { compareResults } from './compare.ts';
import { expected } from './expected.ts';
import { hashOfChain, readSnippet, snippetFile, snippetNames } from './files.ts';
import { FIXTURE, toFixture, type Fixture, type PlainTensor } from './fixture.ts';
import { picture } from './toy-runs.ts';
import { checkWrittenOnnx } from './written-onnx.ts';
import { checkWrittenWeights } from './written-weights.ts';

interface Answer {
	readonly version: string;
	readonly results: Readonly<
		Record<string, { readonly tensors: Record<string, PlainTensor> } | { readonly error: string }>
	>;
}

const plain = ({ shape, data }: Tensor): PlainTensor => ({ shape, data: [...data] });
const tensor = ({ shape, data }: PlainTensor): Tensor => ({
	shape,
	data: Float32Array.from(data)
});

const resultsOf = (name: string): string[] => Object.keys(expected[name] ?? {});

/** @throws Error with Python's own words when it did not get to the end */
function runPytorch(python: string): Answer {
	const order = {
		weights: Object.fromEntries([...TOY_STATE].map(([key, value]) => [key, plain(value)])),
		picture: plain(picture),
		snippets: snippetNames().map((name) => ({
			name,
			results: resultsOf(name),
			chain: snippetChain(name).map((part) => ({
				file: snippetFile(part, 'pytorch'),
				source: readSnippet(part, 'pytorch')
			}))
		}))
	};
	const { status, stdout, stderr } = spawnSync(python, ['src/cli/snippets/run_snippets.py'], {
		input: JSON.stringify(order),
		encoding: 'utf8',
		maxBuffer: 1 << 26
	});
	if (status !== 0) throw new Error(`${python} stopped:\n${stderr}`);
	return JSON.parse(stdout) as Answer;
}

/** Prints a line for every result; returns how many are wrong. */
function report({ version, results }: Answer): number {
	console.log(`PyTorch ${version}, the toy module\n`);
	const line = (...cells: [string, string, string, string]) =>
		console.log(cells.map((cell, at) => cell.padEnd([24, 12, 12, 0][at]!)).join(''));
	line('snippet', 'result', 'difference', '');
	let wrong = 0;
	for (const [name, result] of Object.entries(results)) {
		if ('error' in result) {
			line(name, '–', '–', `✕ ${result.error}`);
			wrong++;
			continue;
		}
		const found = Object.entries(result.tensors).map(([key, value]) => [key, tensor(value)]);
		const lines = compareResults(Object.fromEntries(found), expected[name] ?? {});
		if (lines.length === 0) line(name, '–', '–', '✕ nothing is expected of it: see expected.ts');
		for (const { name: result, difference, fault } of lines) {
			line(name, result, difference.toExponential(1), fault === null ? '✓' : `✕ ${fault}`);
		}
		wrong += lines.length === 0 ? 1 : lines.filter(({ fault }) => fault !== null).length;
	}
	return wrong;
}

function fixtureOf({ version, results }: Answer): Fixture {
	return {
		pytorch: version,
		snippets: Object.fromEntries(
			Object.entries(results).map(([name, result]) => [
				name,
				{
					sha256: hashOfChain(name, 'pytorch'),
					tensors: 'tensors' in result ? result.tensors : {}
				}
			])
		)
	};
}

/** Whether the stored numbers are those of these snippets; PyTorch's version may differ. */
function isStored(fixture: Fixture): boolean {
	const stored = JSON.parse(readFileSync(FIXTURE, 'utf8')) as Fixture;
	const names = new Set([...Object.keys(stored.snippets), ...Object.keys(fixture.snippets)]);
	return [...names].every(
		(name) => stored.snippets[name]?.sha256 === fixture.snippets[name]?.sha256
	);
}

const [, , python = 'python3', ...flags] = process.argv;
const answer = runPytorch(python);
const wrong =
	report(answer) + (await checkWrittenWeights(python)) + (await checkWrittenOnnx(python));
if (wrong > 0) {
	console.error(`\n${wrong} of the results are wrong.`);
	process.exitCode = 1;
} else if (flags.includes('--store')) {
	mkdirSync(dirname(FIXTURE), { recursive: true });
	writeFileSync(FIXTURE, toFixture(fixtureOf(answer)));
	console.log(`\nAll are right. Stored in ${FIXTURE}.`);
} else if (!isStored(fixtureOf(answer))) {
	console.error(`\n${FIXTURE} is of other snippets: npm run check:pytorch -- --store`);
	process.exitCode = 1;
} else {
	console.log('\nAll are right.');
}
