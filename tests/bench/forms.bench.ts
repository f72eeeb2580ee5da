/** What folding gives: whole networks at 224 × 224 in each form, wasm on one thread. */
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createArchitecture, type Family } from '#lib/core/architecture.ts';
import { foldStateDict } from '#lib/core/fold-network.ts';
import type { Form } from '#lib/core/graph.ts';
import { buildNetwork } from '#lib/core/network.ts';
import { NETWORK_GAINS, randomPicture, randomStateDict } from '#lib/core/random-weights.ts';
import { evaluateGraph } from '#lib/model/evaluate.ts';
import { uploadMaps, uploadWeights, type Maps } from '#lib/model/layout.ts';
import '../support/tensorflow.ts';
import { printTimings, timeSideBySide } from './side-by-side.ts';

/** A forward pass that waits for its logits. */
function forwardPass(family: Family, width: number, form: Form, input: Maps): () => void {
	const architecture = createArchitecture(family, { width });
	const training = buildNetwork(architecture, 'training-time');
	const state = randomStateDict(training, 1, NETWORK_GAINS[family]);
	const graph = buildNetwork(architecture, form);
	const weights = uploadWeights(graph, foldStateDict(training, state, form));
	return () => {
		const outputs = evaluateGraph(graph, weights, input);
		outputs.get(graph.output)!.dataSync();
		tf.dispose([...outputs.values()]);
	};
}

test.each([0.5, 1])('forms at width %s', async (width) => {
	expect(await tf.setBackend('wasm')).toBe(true);
	const input = uploadMaps(randomPicture([1, 3, 224, 224], 1));
	const networks = [
		['repghostnet', 'training-time'],
		['repghostnet', 'deploy'],
		['repghostnet', 'folded'],
		['ghostnet', 'training-time'],
		['ghostnet', 'folded']
	] as const;
	const things = new Map(
		networks.map(([family, form]) => [`${family} ${form}`, forwardPass(family, width, form, input)])
	);
	printTimings(
		`${width}x at 224 × 224, wasm, one thread; ratio to the first`,
		timeSideBySide(things, { warmUp: 5, rounds: 40 })
	);
	tf.disposeVariables();
});
