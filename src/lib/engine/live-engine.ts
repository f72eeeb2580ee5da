/**
 * The engine of the notebook's live figures: owns TensorFlow.js and the network whose modules are
 * folded. Runs in a worker in the browser and as it is in Node for the tests.
 */
import type { FoldableModule, FoldStepRequest } from '#lib/core/fold-request.ts';
import { blobSource, bytesSource, openWeightFile } from '#lib/export/weight-file.ts';
import type { Picture } from '#lib/pictures/picture.ts';
import { selectBackend, type BackendLoaders } from './backends.ts';
import { fetchShipped } from './fetch-shipped.ts';
import { foldConvolution } from './fold-convolution.ts';
import { FoldableNetwork } from './foldable-network.ts';
import { RUNS_OF_A_STEP, runFoldStep } from './fold-step.ts';
import type {
	BatchNormFold,
	BatchNormFoldRequest,
	FoldStepResult,
	GraphRequest,
	GraphRun,
	LiveEngine,
	NetworkFoldResult,
	NetworkSource,
	OpenedNetwork
} from './live-protocol.ts';
import type { Backend, BackendReport, OnProgress } from './protocol.ts';
import { runGraph } from './run-graph.ts';
import { TaskQueue } from './tasks.ts';

export class NotebookEngine implements LiveEngine {
	readonly #loaders: BackendLoaders;
	readonly #tasks = new TaskQueue();
	#report: BackendReport | null = null;
	#runs = 0;
	#module: FoldableModule | null = null;
	#network: FoldableNetwork | null = null;

	constructor(loaders: BackendLoaders) {
		this.#loaders = loaders;
	}

	start(backend: Backend): Promise<BackendReport> {
		return this.#tasks.run(async () => {
			this.#network?.release();
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

	openNetwork(source: NetworkSource, onProgress: OnProgress): Promise<OpenedNetwork> {
		return this.#tasks.run(async (signal) => {
			const tell = (stage: string) => (done: number) => onProgress({ done, stage });
			const bytes =
				source.kind === 'shipped'
					? bytesSource(await fetchShipped(source.file, signal, tell('fetching')))
					: blobSource(source.file);
			const opened = await openWeightFile(bytes, { signal, onProgress: tell('reading') });
			const network = new FoldableNetwork(source.file.name, opened);
			this.#network?.release();
			this.#network = network;
			return network.info;
		});
	}

	openNetworkModule(name: string, picture: Picture): Promise<FoldableModule> {
		return this.#tasks.run(async () => {
			this.#runs += 1;
			return this.#requireNetwork().module(name, picture);
		});
	}

	useModule(module: FoldableModule): Promise<void> {
		return this.#tasks.run(async () => void (this.#module = module));
	}

	foldStep(request: FoldStepRequest): Promise<FoldStepResult> {
		return this.#tasks.run(async () => {
			if (!this.#module) throw new Error('No module is open yet.');
			const started = performance.now();
			const view = await runFoldStep(this.#module, request);
			const milliseconds = performance.now() - started;
			return this.#counted(RUNS_OF_A_STEP, { ...view, milliseconds });
		});
	}

	foldNetwork(folded: number, picture: Picture): Promise<NetworkFoldResult> {
		return this.#tasks.run(async (signal) => {
			const { runs, ...result } = await this.#requireNetwork().fold(folded, picture, signal);
			return this.#counted(runs, result);
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

	#requireNetwork(): FoldableNetwork {
		if (!this.#network) throw new Error('No network is open yet.');
		return this.#network;
	}
}
