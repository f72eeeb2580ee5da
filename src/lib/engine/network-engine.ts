/**
 * The engine: owns TensorFlow.js, one loaded network and the maps of its last run. Runs in a worker in
 * the browser and as it is in Node for the tests; backends and picture decoding are handed in.
 */
import type { FollowedValue, GraphSource } from '#lib/core/follow-run.ts';
import type { LayerInfo } from '#lib/core/form-info.ts';
import type { Branch } from '#lib/core/graph.ts';
import { compareValues, type ValueDifference } from '#lib/core/layer-difference.ts';
import type { MapShape } from '#lib/core/shapes.ts';
import { formatShape, type Tensor } from '#lib/core/tensor.ts';
import { serializeNpz } from '#lib/export/npz.ts';
import { blobSource, bytesSource, openWeightFile } from '#lib/export/weight-file.ts';
import { laidAsRead, toChannelsFirst, type RawMaps } from '#lib/model/layout.ts';
import { drawScene } from '#lib/pictures/scenes/draw-scene.ts';
import { paintOverview } from '#lib/scene/overview.ts';
import { resetBackend, runsSynchronously, selectBackend, type BackendLoaders } from './backends.ts';
import { ContextLostError, untilContextLost } from './context-loss.ts';
import { fetchShipped } from './fetch-shipped.ts';
import { FollowableRun } from './followable-run.ts';
import { hashBytes } from './hash.ts';
import { labelsFor } from './imagenet-labels.ts';
import { createRandomNetwork, LoadedNetwork, pickTensors } from './loaded-network.ts';
import { openPublished } from './open-published.ts';
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
import { runFrame } from './run-frame.ts';
import { runNetwork, type NetworkRun } from './run-network.ts';
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
	#network: LoadedNetwork | null = null;
	#lastMaps: NetworkRun['maps'] = new Map();
	#lastLayers: readonly LayerInfo[] = [];
	#lastShape: MapShape | null = null;
	#followable: { readonly form: ShownForm; readonly run: FollowableRun } | null = null;

	constructor(loaders: BackendLoaders, readPicture: PictureReader) {
		this.#loaders = loaders;
		this.#readPicture = readPicture;
	}

	start(backend: Backend): Promise<BackendReport> {
		return this.#tasks.run(async () => {
			this.#network?.release();
			this.#report = await selectBackend(backend, this.#loaders);
			return this.#report;
		});
	}

	loadRandom(network: RandomNetwork, seed: number): Promise<NetworkInfo> {
		return this.#tasks.run(async () => this.#replace(await createRandomNetwork(network, seed)));
	}

	loadFile(
		file: File,
		{ branch }: { readonly branch?: Branch },
		onProgress: OnProgress
	): Promise<NetworkInfo> {
		return this.#tasks.run(async (signal) => {
			const source = blobSource(file);
			const opened = await openWeightFile(source, {
				signal,
				onProgress: (done) => onProgress({ done, stage: 'reading' }),
				...(branch && { branch })
			});
			const { architecture, form, state, branchIsAGuess } = opened;
			const labels = await labelsFor(opened);
			return this.#replace(
				new LoadedNetwork({
					name: file.name,
					...{ architecture, form, state, labels },
					source: { kind: 'file', fileName: file.name, bytes: file.size, form, branchIsAGuess },
					sha256: await hashBytes(new Uint8Array(await file.arrayBuffer()))
				})
			);
		});
	}

	loadShipped(file: ShippedFile, onProgress: OnProgress): Promise<NetworkInfo> {
		return this.#tasks.run(async (signal) => {
			const { slug, name, fileName, bytes: size, sha256 } = file;
			const tell = (done: number) => onProgress({ done, stage: 'fetching' });
			const bytes = await fetchShipped(file, signal, tell);
			const { architecture, form, state, labels } = await openWeightFile(bytesSource(bytes), {
				signal
			});
			const source = { kind: 'shipped', slug, fileName, bytes: size } as const;
			return this.#replace(
				new LoadedNetwork({ name, architecture, form, state, labels, source, sha256 })
			);
		});
	}

	loadPublished(file: PublishedFile, onProgress: OnProgress): Promise<NetworkInfo> {
		return this.#tasks.run(async (signal) =>
			this.#replace(
				await openPublished(file, signal, (done) => onProgress({ done, stage: 'reading' }))
			)
		);
	}

	run(input: Tensor, form: ShownForm): Promise<RunResult> {
		return this.#tasks.run(async (signal) => {
			const network = this.#requireNetwork();
			checkInput(input.shape, network.graph(form).inputChannels);
			const { logits, layers, milliseconds, maps } = await this.#orRecover(network, (timed) =>
				runNetwork(network.graph(form), network.uploaded(form), input, { signal, timed })
			);
			this.#lastMaps = maps;
			this.#lastLayers = network.layers(form, input.shape);
			this.#lastShape = input.shape as MapShape;
			const run = new FollowableRun({ graph: network.graph(form), input, layers: maps });
			this.#followable = { form, run };
			return { form, report: this.#requireReport(), logits, layers, milliseconds };
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
		return this.#mapsOf(layer);
	}

	async difference(layer: string, reference: Tensor): Promise<ValueDifference> {
		return compareValues(reference, this.#mapsOf(layer));
	}

	follow(source: GraphSource): Promise<FollowedValue> {
		return this.#tasks.run(async (signal) => {
			const network = this.#requireNetwork();
			if (!this.#followable) throw new Error('No picture has been run yet.');
			const { form, run } = this.#followable;
			return this.#orRecover(network, () =>
				run.follow(source, {
					state: network.state(form),
					weights: network.uploaded(form),
					signal
				})
			);
		});
	}

	async weights(keys: readonly string[], form: ShownForm): Promise<ReadonlyMap<string, Tensor>> {
		return pickTensors(this.#requireNetwork().state(form), keys);
	}

	async overview(): Promise<Overview> {
		return paintOverview(this.#lastLayers, (layer) => laidAsRead(this.#rawMapsOf(layer)));
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
					return this.#requireNetwork().toOnnx(request.form, this.#lastShape);
				case 'npz':
					return serializeNpz(
						new Map(this.#lastLayers.map(({ name }) => [name, this.#mapsOf(name)]))
					);
			}
		});
	}

	async cancel(): Promise<void> {
		this.#tasks.cancel();
	}

	#mapsOf(layer: string): Tensor {
		return toChannelsFirst(this.#rawMapsOf(layer));
	}

	#rawMapsOf(layer: string): RawMaps {
		const maps = this.#lastMaps.get(layer);
		if (!maps) throw new Error(`The last run has no layer called "${layer}".`);
		return maps;
	}

	#replace(network: LoadedNetwork): NetworkInfo {
		this.#network?.release();
		this.#network = network;
		this.#lastMaps = new Map();
		this.#lastShape = null;
		this.#followable = null;
		return network.info;
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

	#requireReport(): BackendReport {
		if (!this.#report) throw new Error('The engine has not been started.');
		return this.#report;
	}
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
