/** A thing of the lab on the backend, ready to be run again and again. */
import * as tf from '@tensorflow/tfjs-core';
import { randomPicture, randomTensor } from '#lib/core/network/random-weights.ts';
import { buildThing, type Thing } from '#lib/measure/thing.ts';
import { evaluateGraph } from '#lib/model/evaluate.ts';
import { disposeWeights, uploadMaps, uploadWeights, type Maps } from '#lib/model/layout.ts';
import { runOperation } from '#lib/model/operations.ts';
import { untilContextLost } from './context-loss.ts';

export interface MeasuredThing {
	/** Runs it some times and waits until the backend has really done it. */
	run(repetitions: number): Promise<void>;
	dispose(): void;
}

/** Uploads weights and inputs, all pseudo-random: what is computed does not change how long it takes. */
export function prepareThing(thing: Thing, seed: number): MeasuredThing {
	const built = buildThing(thing);
	if (built.kind === 'operation') {
		const { node } = built;
		const inputs = built.inputs.map((shape, index) =>
			uploadMaps(randomTensor(`lab.${index}`, shape, seed))
		);
		const none = new Map<string, tf.Tensor>();
		return repeat(
			() => (node ? tf.tidy(() => runOperation(node, inputs, none)) : inputs[0]!),
			inputs
		);
	}
	const { graph } = built;
	const weights = uploadWeights(graph, built.weights(seed));
	const input = uploadMaps(randomPicture([...built.input], seed));
	const run = () => evaluateGraph(graph, weights, input).get(graph.output) ?? input;
	return repeat(run, [input], () => disposeWeights(weights));
}

/** @param compute gives a new tensor, or one of the inputs */
function repeat(
	compute: () => Maps,
	inputs: readonly Maps[],
	disposeMore: () => void = () => undefined
): MeasuredThing {
	return {
		async run(repetitions) {
			let output = inputs[0]!;
			for (let repetition = 0; repetition < repetitions; repetition++) {
				if (!inputs.includes(output)) output.dispose();
				output = compute();
			}
			try {
				await waitFor(output);
			} finally {
				if (!inputs.includes(output)) output.dispose();
			}
		},
		dispose() {
			tf.dispose([...inputs]);
			disposeMore();
		}
	};
}

/**
 * Waits for a tensor by reading one value of it. Graphics processors queue what they are told to do and
 * do it in order, so that nothing is left to do when the value is there; more values would time the way
 * back from the processor.
 */
async function waitFor(output: Maps): Promise<void> {
	const corner = tf.slice(output, [0, 0, 0, 0], [1, 1, 1, 1]);
	try {
		await untilContextLost(() => corner.data());
	} finally {
		corner.dispose();
	}
}
