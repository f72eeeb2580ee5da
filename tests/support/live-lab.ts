/** The live figures' lab without a worker: graphs and folds run here, on the backend of the enclosing block. */
import * as tf from '@tensorflow/tfjs';
import { foldConvolution } from '#lib/engine/fold-convolution.ts';
import type { LiveConnection } from '#lib/engine/live-client.ts';
import type { LiveEngine } from '#lib/engine/live-protocol.ts';
import type { Backend } from '#lib/engine/protocol.ts';
import { LiveLab } from '#lib/state/live/live-lab.svelte.ts';
import { graphEngine } from './graph-engine.ts';

type FoldingEngine = Pick<LiveEngine, 'runGraph' | 'foldBatchNorm'>;

export function foldingEngine(): FoldingEngine {
	return {
		...graphEngine(),
		foldBatchNorm: async (request) => ({
			...(await foldConvolution(request)),
			backend: tf.getBackend() as Backend
		})
	};
}

/** A lab on such an engine, and what more it can do; whatever else a figure asks of it is refused. */
export function labOn(
	engine: FoldingEngine,
	more: Partial<Pick<LiveEngine, 'networkMaps'>> = {}
): LiveLab {
	const refuse = (): Promise<never> => Promise.reject(new Error('This test has no such engine.'));
	const connection: LiveConnection = {
		...engine,
		start: async () => ({ backend: tf.getBackend() as Backend, requested: 'cpu', refused: [] }),
		openNetwork: refuse,
		openNetworkModule: refuse,
		foldStep: refuse,
		recordFoldStep: refuse,
		foldNetwork: refuse,
		networkMaps: refuse,
		...more,
		cancel: async () => undefined,
		close: () => undefined,
		onfailure: null
	};
	return new LiveLab(() => connection);
}

/** Waits until nothing asked for is under way any more. */
export async function settled(answer: { readonly pending: boolean }): Promise<void> {
	while (answer.pending) await new Promise((resolve) => setTimeout(resolve, 0));
}
