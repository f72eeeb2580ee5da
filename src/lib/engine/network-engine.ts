/**
 * The engine: owns TensorFlow.js, one loaded network and the maps of its last run. Runs in a worker in
 * the browser and as it is in Node for the tests; backends and picture decoding are handed in.
 */
import type { FollowedValue, GraphSource } from '#lib/core/follow/follow-run.ts';
import type { Branch } from '#lib/core/graph.ts';
import { compareValues, type ValueDifference } from '#lib/core/maps/layer-difference.ts';
import { formatShape, type Tensor } from '#lib/core/tensor.ts';
import { drawScene } from '#lib/pictures/scenes/draw-scene.ts';
import { resetBackend, runsSynchronously, selectBackend, type BackendLoaders } from './backends.ts';
import { ContextLostError, untilContextLost } from './context-loss.ts';
import { LastRun } from './last-run.ts';
import type { LoadedNetwork } from './loaded-network.ts';
import { createRandomNetwork, pickTensors } from './loaded-network.ts';
import { openFile, openPublished, openShipped } from './open-network.ts';
import type {
	Backend,
	BackendReport,
	Engine,
	FileRequest,
	FrameRequest,
	FrameResult,
	NetworkInfo,
	OnProgress,
	Overview,
	PreparedPicture,
	PublishedFile,
	RandomNetwork,
	RunResult,
	ShippedFile,
	ShownForm
} from './protocol.ts';
import { measureClockStep } from './pulse.ts';
import { runFrame } from './run-frame.ts';
import { runNetwork } from './run-network.ts';
import { TaskQueue } from './tasks.ts';

/** Decodes a picture file and prepares it for a network that takes rows × columns pixels. */
export type PictureReader = (
	file: Blob,
	rows: number,
	columns: number,
	signal: AbortSignal
) => Promise<PreparedPicture>;

export class NetworkEngine implements Engine {
	readonly #loaders: BackendLoaders;
	readonly #readPicture: PictureReader;
	readonly #tasks = new TaskQueue();
	#report: BackendReport | null = null;
	/** As `RunResult.clockStep`; 0 until it is measured. */
	#clockStep = 0;
	#network: LoadedNetwork | null = null;
	#last: LastRun | null = null;

	constructor(loaders: BackendLoaders, readPicture: PictureReader) {
		this.#loaders = loaders;
		this.#readPicture = readPicture;
	}

	start(backend: Backend): Promise<BackendReport> {
		return this.#tasks.run(async () => {
			this.#network?.release();
			this.#report = await selectBackend(backend, this.#loaders);
			this.#clockStep ||= measureClockStep();
			return this.#report;
		});
	}

	loadRandom(network: RandomNetwork, seed: number): Promise<NetworkInfo> {
		return this.#open(() => createRandomNetwork(network, seed));
	}

	loadFile(
		file: File,
		{ branch }: { readonly branch?: Branch },
		onProgress: OnProgress
	): Promise<NetworkInfo> {
		return this.#open((signal) => openFile(file, branch, signal, tell(onProgress, 'reading')));
	}

	loadShipped(file: ShippedFile, onProgress: OnProgress): Promise<NetworkInfo> {
		return this.#open((signal) => openShipped(file, signal, tell(onProgress, 'fetching')));
	}

	loadPublished(file: PublishedFile, onProgress: OnProgress): Promise<NetworkInfo> {
		return this.#open((signal) => openPublished(file, signal, tell(onProgress, 'reading')));
	}

	run(input: Tensor, form: ShownForm): Promise<RunResult> {
		return this.#tasks.run(async (signal) => {
			const network = this.#requireNetwork();
			checkInput(input.shape, network.graph(form).inputChannels);
			const { logits, layers, milliseconds, maps } = await this.#orRecover(network, (timed) =>
				runNetwork(network.graph(form), network.uploaded(form), input, { signal, timed })
			);
			this.#last = new LastRun(network, form, input, maps);
			const report = this.#requireReport();
			return { form, report, logits, layers, milliseconds, clockStep: this.#clockStep };
		});
	}

	frame({ form, picture: asked, ...request }: FrameRequest): Promise<FrameResult> {
		return this.#tasks.run(async (signal) => {
			const network = this.#requireNetwork();
			const [, rows, columns] = network.info.inputShape;
			const picture = 'rgb' in asked ? asked : drawScene(asked, columns, rows);
			const shape = [1, 3, picture.height, picture.width];
			checkInput(shape, network.graph(form).inputChannels);
			const layers = network.layers(form, shape);
			const work = { ...request, picture };
			return this.#orRecover(network, (timed) =>
				runFrame(network.graph(form), network.uploaded(form), work, { signal, timed, layers })
			);
		});
	}

	async maps(layer: string): Promise<Tensor> {
		return this.#requireRun().maps(layer);
	}

	async difference(layer: string, reference: Tensor): Promise<ValueDifference> {
		return compareValues(reference, this.#requireRun().maps(layer));
	}

	follow(source: GraphSource): Promise<FollowedValue> {
		return this.#tasks.run(async (signal) => {
			const network = this.#requireNetwork();
			const run = this.#requireRun();
			return this.#orRecover(network, () => run.follow(source, signal));
		});
	}

	async weights(keys: readonly string[], form: ShownForm): Promise<ReadonlyMap<string, Tensor>> {
		return pickTensors(this.#requireNetwork().state(form), keys);
	}

	async overview(): Promise<Overview> {
		return this.#requireRun().overview();
	}

	preparePicture(file: Blob): Promise<PreparedPicture> {
		return this.#tasks.run(async (signal) => {
			const [, rows, columns] = this.#requireNetwork().info.inputShape;
			return this.#readPicture(file, rows, columns, signal);
		});
	}

	writeFile(request: FileRequest): Promise<Uint8Array> {
		return this.#tasks.run(async () => {
			switch (request.kind) {
				case 'safetensors':
					return this.#requireNetwork().serialize(request.form);
				case 'onnx':
					return this.#requireNetwork().toOnnx(request.form, this.#last?.shape ?? null);
				case 'npz':
					return this.#requireRun().serialize();
			}
		});
	}

	async cancel(): Promise<void> {
		this.#tasks.cancel();
	}

	/** Puts the network that `open` makes in the place of the one that was loaded. */
	#open(open: (signal: AbortSignal) => Promise<LoadedNetwork>): Promise<NetworkInfo> {
		return this.#tasks.run(async (signal) => {
			const network = await open(signal);
			this.#network?.release();
			this.#network = network;
			this.#last = null;
			return network.info;
		});
	}

	/** Runs once more, on a fresh context, when the graphics context was lost. */
	async #orRecover<T>(network: LoadedNetwork, work: (timed: boolean) => Promise<T>): Promise<T> {
		const once = () => {
			const timed = runsSynchronously(this.#requireReport().backend);
			return untilContextLost(() => work(timed));
		};
		try {
			return await once();
		} catch (error) {
			if (!(error instanceof ContextLostError)) throw error;
			const lost = this.#requireReport().backend;
			network.release();
			resetBackend(lost);
			this.#report = await selectBackend(lost, this.#loaders);
			return once();
		}
	}

	#requireNetwork(): LoadedNetwork {
		if (!this.#network) throw new Error('No network is loaded yet.');
		return this.#network;
	}

	#requireRun(): LastRun {
		if (!this.#last) throw new Error('No picture has been run yet.');
		return this.#last;
	}

	#requireReport(): BackendReport {
		if (!this.#report) throw new Error('The engine has not been started.');
		return this.#report;
	}
}

/** Passes on how far something is, 0 to 1, as progress of a stage. */
function tell(onProgress: OnProgress, stage: string): (done: number) => void {
	return (done) => onProgress({ done, stage });
}

/** The page may send any tensor file: what cannot be run is refused before it reaches the backend. */
function checkInput(shape: readonly number[], channels: number): void {
	const [batch, found] = shape;
	if (shape.length !== 4 || batch !== 1 || found !== channels) {
		throw new Error(
			`The network takes 1 × ${channels} × rows × columns; the tensor is ${formatShape(shape)}.`
		);
	}
}
