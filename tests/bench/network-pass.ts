/** A network with seeded weights, and one forward pass of it on TensorFlow.js. */
import * as tf from '@tensorflow/tfjs-core';
import { createArchitecture, type Family } from '#lib/core/network/architecture.ts';
import { foldStateDict } from '#lib/core/fold/fold-network.ts';
import type { Form, Graph } from '#lib/core/graph.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { NETWORK_GAINS, randomStateDict } from '#lib/core/network/random-weights.ts';
import type { StateDict } from '#lib/core/tensor.ts';
import { evaluateGraph } from '#lib/model/evaluate.ts';
import { uploadWeights, type Maps } from '#lib/model/layout.ts';

export interface Network {
	readonly graph: Graph;
	readonly state: StateDict;
}

export function makeNetwork(family: Family, width: number, form: Form): Network {
	const architecture = createArchitecture(family, { width });
	const training = buildNetwork(architecture, 'training-time');
	const state = randomStateDict(training, 1, NETWORK_GAINS[family]);
	return {
		graph: buildNetwork(architecture, form),
		state: foldStateDict(training, state, form)
	};
}

/** A pass waits for its logits. */
export function preparePass({ graph, state }: Network, input: Maps) {
	const weights = uploadWeights(graph, state);
	const run = () => {
		const outputs = evaluateGraph(graph, weights, input);
		outputs.get(graph.output)!.dataSync();
		tf.dispose([...outputs.values()]);
	};
	return { run, weights };
}
