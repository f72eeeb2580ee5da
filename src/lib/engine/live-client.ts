/** The page's end of the live figures' worker. */
import { proxy, wrap, type Remote } from 'comlink';
import type { LiveEngine } from './live-protocol.ts';
import { workerFailure } from './worker-failure.ts';

export interface LiveConnection extends LiveEngine {
	/** Ends the worker; every call under way stays unanswered. */
	close(): void;
	/** Called with one sentence when the worker fails as a whole. */
	onfailure: ((message: string) => void) | null;
}

/** Starts a worker; TensorFlow.js is fetched only now. */
export function connectLiveEngine(): LiveConnection {
	const worker = new Worker(new URL('./live.worker.ts', import.meta.url), { type: 'module' });
	const remote: Remote<LiveEngine> = wrap<LiveEngine>(worker);
	const connection: LiveConnection = {
		onfailure: null,
		start: (backend) => remote.start(backend),
		runGraph: (request) => remote.runGraph(request),
		foldBatchNorm: (request) => remote.foldBatchNorm(request),
		openNetwork: (key, source, onProgress) => remote.openNetwork(key, source, proxy(onProgress)),
		openNetworkModule: (key, name, picture) => remote.openNetworkModule(key, name, picture),
		foldStep: (module, request) => remote.foldStep(module, request),
		recordFoldStep: (module, request) => remote.recordFoldStep(module, request),
		foldNetwork: (key, folded, picture) => remote.foldNetwork(key, folded, picture),
		networkMaps: (request, onProgress) => remote.networkMaps(request, proxy(onProgress)),
		cancel: () => remote.cancel(),
		close: () => worker.terminate()
	};
	worker.addEventListener('error', (event) => {
		connection.onfailure?.(workerFailure(event));
	});
	return connection;
}
