/** The part of the live engine that runs graphs, without a worker, on the backend of the enclosing block. */
import * as tf from '@tensorflow/tfjs';
import { runGraph } from '#lib/engine/run-graph.ts';
import type { Backend } from '#lib/engine/protocol.ts';
import type { GraphRequest, LiveEngine } from '#lib/engine/live-protocol.ts';

interface CountingEngine extends Pick<LiveEngine, 'runGraph'> {
	/** What was asked for so far, in order. */
	readonly requests: GraphRequest[];
}

export function graphEngine(): CountingEngine {
	const requests: GraphRequest[] = [];
	return {
		requests,
		runGraph: async (request) => {
			requests.push(request);
			const backend = tf.getBackend() as Backend;
			return { ...(await runGraph(request)), backend, runs: requests.length };
		}
	};
}
