/** The page's end of the live figures' worker. */
import { proxy, wrap, type Remote } from 'comlink';
import type { LiveEngine } from './live-protocol.ts';

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
		openNetwork: (source, onProgress) => remote.openNetwork(source, proxy(onProgress)),
		openNetworkModule: (name, picture) => remote.openNetworkModule(name, picture),
		useModule: (module) => remote.useModule(module),
		foldStep: (request) => remote.foldStep(request),
		foldNetwork: (folded, picture) => remote.foldNetwork(folded, picture),
		cancel: () => remote.cancel(),
		close: () => worker.terminate()
	};
	worker.addEventListener('error', (event) => {
		connection.onfailure?.(event.message || 'The engine could not be started.');
	});
	return connection;
}
