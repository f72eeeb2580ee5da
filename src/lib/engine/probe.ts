/**
 * A small numeric examination that a backend must pass before it may run a reader's network: two tiny
 * networks that between them use every operation, compared with the plain double-precision reference.
 * Some graphics drivers compute wrongly or in half precision without any error.
 */
import * as tf from '@tensorflow/tfjs-core';
import { createArchitecture, type Family } from '#lib/core/network/architecture.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { NETWORK_GAINS, randomPicture, randomStateDict } from '#lib/core/network/random-weights.ts';
import { evaluateGraph as evaluateReference } from '#lib/core/reference.ts';
import { evaluateGraph } from '#lib/model/evaluate.ts';
import { disposeWeights, downloadMaps, uploadMaps, uploadWeights } from '#lib/model/layout.ts';

/** Largest error accepted, as a share of the largest output: far above float32's, far below half's. */
const TOLERANCE = 1e-4;

const SIDE = 9;

function probeNetwork(family: Family) {
	const architecture = createArchitecture(family, {
		classes: 5,
		head: 12,
		inputShape: [3, SIDE, SIDE],
		stages: [
			[{ kernel: 3, expansion: 8, out: 16, squeezeExcite: false, stride: 1 }],
			[{ kernel: 5, expansion: 12, out: 20, squeezeExcite: true, stride: 2 }]
		]
	});
	const graph = buildNetwork(architecture, 'training-time');
	// A strong squeeze-excite drives its gates to both ends, so that their clipping is examined too.
	const gains = { ...NETWORK_GAINS[family], se: 6 };
	return { graph, state: randomStateDict(graph, 1, gains) };
}

/** Runs the examination on the current backend; returns the largest relative error, or throws. */
export async function probeBackend(): Promise<number> {
	let worst = 0;
	for (const family of ['repghostnet', 'ghostnet'] as const) {
		const { graph, state } = probeNetwork(family);
		const picture = randomPicture([1, 3, SIDE, SIDE], 1);
		const expected = evaluateReference(graph, state, picture).get(graph.output)!.data;
		const scale = expected.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);

		const weights = uploadWeights(graph, state);
		const input = uploadMaps(picture);
		const outputs = evaluateGraph(graph, weights, input);
		const { data } = await downloadMaps(outputs.get(graph.output)!);
		tf.dispose([input, ...outputs.values()]);
		disposeWeights(weights);

		const errors = data.map((value, index) => Math.abs(value - expected[index]!) / scale);
		// A comparison that NaN fails: a backend that answers NaN must not pass.
		for (const error of errors) if (!(error <= worst)) worst = error;
	}
	if (!(worst <= TOLERANCE)) {
		throw new Error(
			`it computed a test network wrongly: the error is ${worst.toExponential(1)} of the largest output, ${TOLERANCE.toExponential(0)} is allowed.`
		);
	}
	return worst;
}
