/** The page's end of the worker that takes times. */
import { proxy, wrap, type Remote } from 'comlink';
import type { MeasureEngine } from './measure-protocol.ts';
import { workerFailure } from './worker-failure.ts';

export interface MeasureConnection extends MeasureEngine {
	/** Ends the worker; every call under way stays unanswered. */
	close(): void;
	/** Called with one sentence when the worker fails as a whole. */
	onfailure: ((message: string) => void) | null;
}

/** Starts a worker; TensorFlow.js is fetched only now. */
export function connectMeasureEngine(): MeasureConnection {
	const worker = new Worker(new URL('./measure.worker.ts', import.meta.url), { type: 'module' });
	const remote: Remote<MeasureEngine> = wrap<MeasureEngine>(worker);
	const connection: MeasureConnection = {
		onfailure: null,
		start: (backend) => remote.start(backend),
		measure: (request, onProgress) => remote.measure(request, proxy(onProgress)),
		cancel: () => remote.cancel(),
		close: () => worker.terminate()
	};
	worker.addEventListener('error', (event) => {
		connection.onfailure?.(workerFailure(event));
	});
	return connection;
}
