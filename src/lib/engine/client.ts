/** The page's end of the engine: starts the worker when first asked, and speaks to it by typed calls. */
import { proxy, transfer, wrap, type Remote } from 'comlink';
import type { Engine } from './protocol.ts';
import { workerFailure } from './worker-failure.ts';

export interface EngineConnection extends Engine {
	/** Ends the worker; every call under way stays unanswered. */
	close(): void;
	/** Called with one sentence when the worker fails as a whole (it could not be loaded, or crashed). */
	onfailure: ((message: string) => void) | null;
}

/** Starts a worker. The caller keeps one for the page's life; TensorFlow.js is fetched only now. */
export function connectEngine(): EngineConnection {
	const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
	const remote: Remote<Engine> = wrap<Engine>(worker);
	const connection: EngineConnection = {
		onfailure: null,
		start: (backend) => remote.start(backend),
		loadRandom: (network, seed) => remote.loadRandom(network, seed),
		loadFile: (file, options, onProgress) => remote.loadFile(file, options, proxy(onProgress)),
		loadShipped: (file, onProgress) => remote.loadShipped(file, proxy(onProgress)),
		loadPublished: (file, onProgress) => remote.loadPublished(file, proxy(onProgress)),
		run: (input, form) => {
			const copy = input.data.slice();
			return remote.run(transfer({ shape: [...input.shape], data: copy }, [copy.buffer]), form);
		},
		frame: (request) => {
			const { picture, spare } = request;
			const drawn = 'rgb' in picture ? [picture.rgb.buffer] : [];
			return remote.frame(transfer(request, spare ? [...drawn, spare] : drawn));
		},
		maps: (layer) => remote.maps(layer),
		difference: (layer, { shape, data }) =>
			remote.difference(layer, transfer({ shape, data }, [data.buffer])),
		follow: (source) => remote.follow(source),
		weights: (keys, form) => remote.weights(keys, form),
		overview: () => remote.overview(),
		preparePicture: (file) => remote.preparePicture(file),
		writeFile: (request) => remote.writeFile(request),
		cancel: () => remote.cancel(),
		close: () => worker.terminate()
	};
	worker.addEventListener('error', (event) => {
		connection.onfailure?.(workerFailure(event));
	});
	return connection;
}
