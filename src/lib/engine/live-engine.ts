/**
 * The engine of the notebook's live figures: owns TensorFlow.js and the network whose modules are
 * folded. Runs in a worker in the browser and as it is in Node for the tests.
 */
import type { FoldableModule, FoldStepRequest } from '#lib/core/fold/fold-request.ts';
import {
	blobSource,
	bytesSource,
	openWeightFile,
	type WeightFile
} from '#lib/export/weight-file.ts';
import type { Picture } from '#lib/pictures/picture.ts';
import { selectBackend, type BackendLoaders } from './backends.ts';
import { fetchShipped } from './fetch-shipped.ts';
import { foldConvolution } from './fold-convolution.ts';
import { FoldableNetwork } from './foldable-network.ts';
import { recordFoldStep, RUNS_OF_A_STEP, runFoldStep } from './fold-step.ts';
import type {
	BatchNormFold,
	BatchNormFoldRequest,
	FoldStepRecord,
	FoldStepResult,
	GraphRequest,
	GraphRun,
	LiveEngine,
	NetworkFoldResult,
	NetworkMaps,
	NetworkMapsRequest,
	NetworkSource,
	OpenedNetwork
} from './live-protocol.ts';
import type { Backend, BackendReport, OnProgress } from './protocol.ts';
import { runNetworkPart } from './network-part.ts';
import { runGraph } from './run-graph.ts';
import { TaskQueue } from './tasks.ts';

/** Networks that stay open: one for each figure that a page may hold. */
const OPEN_NETWORKS = 3;

export class NotebookEngine implements LiveEngine {
	readonly #loaders: BackendLoaders;
	readonly #tasks = new TaskQueue();
	#report: BackendReport | null = null;
	#runs = 0;
	/** By key, the one opened last at the end. */
	readonly #networks = new Map<string, FoldableNetwork>();
	/** Weights of shipped networks whose maps were asked for, by slug. */
	readonly #shipped = new Map<string, WeightFile>();

	constructor(loaders: BackendLoaders) {
		this.#loaders = loaders;
	}

	start(backend: Backend): Promise<BackendReport> {
		return this.#tasks.run(async () => {
			for (const network of this.#networks.values()) network.release();
			this.#report = await selectBackend(backend, this.#loaders);
			return this.#report;
		});
	}

	runGraph(request: GraphRequest): Promise<GraphRun> {
		return this.#tasks.run(async () => this.#counted(1, await runGraph(request)));
	}

	foldBatchNorm(request: BatchNormFoldRequest): Promise<BatchNormFold> {
		return this.#tasks.run(async () => ({
			...(await foldConvolution(request)),
			backend: this.#backend
		}));
	}

	openNetwork(key: string, source: NetworkSource, onProgress: OnProgress): Promise<OpenedNetwork> {
		return this.#tasks.run(async (signal) => {
			const known = this.#networks.get(key);
			if (known) return known.info;
			const opened = await openSource(source, signal, onProgress);
			const network = new FoldableNetwork(source.file.name, opened);
			this.#keep(key, network);
			return network.info;
		});
	}

	openNetworkModule(key: string, name: string, picture: Picture): Promise<FoldableModule> {
		return this.#tasks.run(async () => {
			this.#runs += 1;
			return this.#networkOf(key).module(name, picture);
		});
	}

	foldStep(module: FoldableModule, request: FoldStepRequest): Promise<FoldStepResult> {
		return this.#tasks.run(async () => {
			const started = performance.now();
			const view = await runFoldStep(module, request);
			const milliseconds = performance.now() - started;
			return this.#counted(RUNS_OF_A_STEP, { ...view, milliseconds });
		});
	}

	recordFoldStep(module: FoldableModule, request: FoldStepRequest): Promise<FoldStepRecord> {
		return this.#tasks.run(async () => {
			this.#runs += RUNS_OF_A_STEP;
			return recordFoldStep(module, request);
		});
	}

	foldNetwork(key: string, folded: number, picture: Picture): Promise<NetworkFoldResult> {
		return this.#tasks.run(async (signal) => {
			const { runs, ...result } = await this.#networkOf(key).fold(folded, picture, signal);
			return this.#counted(runs, result);
		});
	}

	networkMaps(request: NetworkMapsRequest, onProgress: OnProgress): Promise<NetworkMaps> {
		return this.#tasks.run(async (signal) => {
			const { file } = request;
			const network =
				this.#shipped.get(file.slug) ??
				(await openSource({ kind: 'shipped', file }, signal, onProgress));
			this.#shipped.set(file.slug, network);
			return this.#counted(1, await runNetworkPart(network, request));
		});
	}

	async cancel(): Promise<void> {
		this.#tasks.cancel();
	}

	get #backend(): Backend {
		if (!this.#report) throw new Error('The engine has not been started.');
		return this.#report.backend;
	}

	#counted<T>(runs: number, result: T): T & { readonly backend: Backend; readonly runs: number } {
		this.#runs += runs;
		return { ...result, backend: this.#backend, runs: this.#runs };
	}

	#keep(key: string, network: FoldableNetwork): void {
		this.#networks.set(key, network);
		for (const [oldest, open] of this.#networks) {
			if (this.#networks.size <= OPEN_NETWORKS) break;
			open.release();
			this.#networks.delete(oldest);
		}
	}

	#networkOf(key: string): FoldableNetwork {
		const network = this.#networks.get(key);
		if (!network) throw new Error('This network is not open any more.');
		return network;
	}
}

async function openSource(
	source: NetworkSource,
	signal: AbortSignal,
	onProgress: OnProgress
): Promise<WeightFile> {
	const tell = (stage: string) => (done: number) => onProgress({ done, stage });
	const bytes =
		source.kind === 'shipped'
			? bytesSource(await fetchShipped(source.file, signal, tell('fetching')))
			: blobSource(source.file);
	return openWeightFile(bytes, { signal, onProgress: tell('reading') });
}
