/**
 * The snippets that lessons show. The TensorFlow.js ones run here, against the numbers of the PyTorch
 * ones (`npm run check:pytorch` has stored them) and against this project's own mathematics.
 */
import * as tf from '@tensorflow/tfjs';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FOLD_STEPS } from '#lib/core/fold/fold-step-names.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import { TOY_STATE } from '#lib/core/fold/toy-module.ts';
import { snippetChain } from '../../src/cli/snippets/chain.ts';
import { compareResults } from '../../src/cli/snippets/compare.ts';
import { expected } from '../../src/cli/snippets/expected.ts';
import { hashOfChain, readSnippet, snippetNames } from '../../src/cli/snippets/files.ts';
import { FIXTURE, type Fixture, type PlainTensor } from '../../src/cli/snippets/fixture.ts';
import { picture } from '../../src/cli/snippets/toy-runs.ts';
import { useBackend } from '../support/tensorflow.ts';

const names = snippetNames();
const stored = JSON.parse(readFileSync(FIXTURE, 'utf8')) as Fixture;

const upload = ({ shape, data }: Tensor): tf.Tensor => tf.tensor(data, [...shape]);
const fromPlain = ({ shape, data }: PlainTensor): Tensor => ({
	shape,
	data: Float32Array.from(data)
});

/** Runs a snippet after all it builds on, as one program; returns the tensors it names. */
function runTensorFlow(name: string, change = (source: string) => source): Record<string, Tensor> {
	const parts = snippetChain(name).map((part) => readSnippet(part, 'tensorflow'));
	const results = Object.keys(expected[name]!);
	const program = new Function(
		...['tf', 'weights', 'picture'],
		`'use strict';\n${change(parts.join('\n'))}\nreturn { ${results.join(', ')} };`
	) as (...values: unknown[]) => Record<string, tf.Tensor>;
	const found: Record<string, Tensor> = {};
	tf.tidy(() => {
		const weights = Object.fromEntries([...TOY_STATE].map(([key, value]) => [key, upload(value)]));
		for (const [key, tensor] of Object.entries(program(tf, weights, upload(picture)))) {
			found[key] = { shape: tensor.shape, data: tensor.dataSync<'float32'>() };
		}
	});
	return found;
}

const faults = (found: Record<string, Tensor>, want: Record<string, Tensor>): string[] =>
	compareResults(found, want).flatMap(({ name, fault }) =>
		fault === null ? [] : [`${name} ${fault}`]
	);

test('there is a snippet for every step of the fold', () => {
	expect(names).toEqual(expect.arrayContaining(FOLD_STEPS.map((step) => `fold-${step}`)));
});

test('every snippet has something to be compared with, and nothing else has', () => {
	expect(Object.keys(expected).sort()).toEqual(names);
	for (const results of Object.values(expected)) {
		expect(Object.keys(results).length).toBeGreaterThan(0);
	}
});

test.each(names)('the stored numbers of %s are those of its PyTorch code', (name) => {
	const again = 'run npm run check:pytorch -- --store';
	expect(stored.snippets[name]?.sha256, again).toBe(hashOfChain(name, 'pytorch'));
});

describe('in TensorFlow.js', () => {
	useBackend('cpu');

	test.each(names)('%s gives what it must', (name) => {
		const found = runTensorFlow(name);
		expect(faults(found, expected[name]!)).toEqual([]);
		const pytorch = Object.entries(stored.snippets[name]!.tensors).map(([key, tensor]) => [
			key,
			fromPlain(tensor)
		]);
		// A difference of almost nothing is not the same almost nothing in both.
		expect(faults(found, Object.fromEntries(pytorch))).toEqual([]);
	});

	test('a wrong line is noticed', () => {
		const wrong = runTensorFlow('fold-replace', (source) => source.replace('b1.add(bid)', 'b1'));
		expect(faults(wrong, expected['fold-replace']!)).toHaveLength(1);
	});
});
