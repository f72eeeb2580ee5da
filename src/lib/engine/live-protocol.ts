/**
 * What the pages of the notebook and the worker of their live figures say to each other: small runs on
 * TensorFlow.js tensors, each asked for by the reader's hand. Only plain data crosses, in the paper's
 * layout.
 */
import type { FoldableModule, FoldStepRequest } from '#lib/core/fold/fold-request.ts';
import type { FoldStepView } from '#lib/core/fold/fold-view.ts';
import type { GraphRunRecord } from '#lib/core/follow/follow-run.ts';
import type { Graph, ModuleInGraph } from '#lib/core/graph.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';
import type { Picture } from '#lib/pictures/picture.ts';
import type { Backend, BackendReport, OnProgress, ShippedFile } from './protocol.ts';

/** Any graph of `core` with its weights, run on one batch. */
export interface GraphRequest {
	readonly graph: Graph;
	readonly state: StateDict;
	/** [N, C, H, W]. */
	readonly input: Tensor;
	/** Nodes whose outputs are wanted, beside the graph's own output. */
	readonly keep: readonly string[];
	/**
	 * Whether batch norms use the batch's own statistics (biased variance) in place of the stored ones,
	 * as while training.
	 */
	readonly batchStatistics?: boolean;
	/** Of every batch norm; PyTorch's 1e-5 unless given. */
	readonly epsilon?: number;
}

export interface GraphRun {
	/** By node name, [N, C, H, W]. */
	readonly maps: ReadonlyMap<string, Tensor>;
	/** Of each batch norm that used the batch's: mean and biased variance, [channels] each. */
	readonly statistics: ReadonlyMap<string, { readonly mean: Tensor; readonly variance: Tensor }>;
	readonly backend: Backend;
	/** Graphs run since the worker started, this one included. */
	readonly runs: number;
	readonly milliseconds: number;
}

/** A convolution and the batch norm behind it, to be folded by `model/fold-steps.ts`. */
export interface BatchNormFoldRequest {
	/** [out, in / groups, k, k]. */
	readonly kernel: Tensor;
	/** [out], or null. */
	readonly bias: Tensor | null;
	readonly gamma: Tensor;
	readonly beta: Tensor;
	readonly mean: Tensor;
	readonly variance: Tensor;
	readonly epsilon?: number;
}

export interface BatchNormFold {
	/** γ / √(σ² + ε), [out]. */
	readonly scale: Tensor;
	/** β − μ · scale, [out]. */
	readonly shift: Tensor;
	readonly kernel: Tensor;
	readonly bias: Tensor;
	readonly backend: Backend;
}

/** A trained network whose modules are opened one by one. */
export type NetworkSource =
	| { readonly kind: 'shipped'; readonly file: ShippedFile }
	| { readonly kind: 'file'; readonly file: File };

export interface OpenedNetwork {
	readonly name: string;
	/** [channels, rows, columns] of its pictures. */
	readonly inputShape: readonly [number, number, number];
	/** Modules with a branch to fold, in running order. */
	readonly modules: readonly ModuleInGraph[];
	readonly labels: readonly string[] | null;
}

/** A step of the fold stepper, as it was run on this machine. */
export interface FoldStepResult extends FoldStepView {
	readonly backend: Backend;
	/** Graphs run since the worker started. */
	readonly runs: number;
	readonly milliseconds: number;
}

/** A step with everything in it, so that any of its numbers can be followed. */
export interface FoldStepRecord {
	readonly original: GraphRunRecord;
	readonly soFar: GraphRunRecord;
}

/** A network with the branches of its first modules folded. */
export interface NetworkFoldResult {
	/** How many of the modules are folded. */
	readonly folded: number;
	/** [classes] each. */
	readonly reference: Float32Array;
	readonly logits: Float32Array;
	readonly difference: number;
	readonly largest: number;
	readonly parameters: number;
	readonly operations: number;
	/** Medians of runs interleaved with the training-time form's. */
	readonly milliseconds: number;
	readonly referenceMilliseconds: number;
	readonly backend: Backend;
	readonly runs: number;
}

/** Maps of a shipped network, from its picture as far as the nodes that are wanted. */
export interface NetworkMapsRequest {
	readonly file: ShippedFile;
	/** As large as the network takes it, like a scene that was drawn for it; nothing is cropped. */
	readonly picture: Picture;
	/** Nodes of the network whose outputs are wanted. */
	readonly keep: readonly string[];
	/** Prefixes of the tensors that are wanted with them. */
	readonly weights: readonly string[];
}

export interface NetworkMaps {
	/** By node name, [1, C, H, W]. */
	readonly maps: ReadonlyMap<string, Tensor>;
	readonly weights: StateDict;
	readonly backend: Backend;
	/** Graphs run since the worker started, this one included. */
	readonly runs: number;
	readonly milliseconds: number;
}

/** Every method rejects with an Error whose message is one sentence for the reader. */
export interface LiveEngine {
	/** Falls back to wasm, then cpu. */
	start(backend: Backend): Promise<BackendReport>;
	runGraph(request: GraphRequest): Promise<GraphRun>;
	foldBatchNorm(request: BatchNormFoldRequest): Promise<BatchNormFold>;
	/**
	 * Opens a network unless one is open under `key`; the last few stay open.
	 * @param key names it in later calls
	 */
	openNetwork(key: string, source: NetworkSource, onProgress: OnProgress): Promise<OpenedNetwork>;
	/** A module of an open network with what goes into it when the network sees `picture`. */
	openNetworkModule(key: string, name: string, picture: Picture): Promise<FoldableModule>;
	/** Folds a module up to a step, on TensorFlow.js, and runs it and the original. */
	foldStep(module: FoldableModule, request: FoldStepRequest): Promise<FoldStepResult>;
	/** The same, with everything in it. */
	recordFoldStep(module: FoldableModule, request: FoldStepRequest): Promise<FoldStepRecord>;
	/** Folds the branches of an open network's first modules, runs it and the original. */
	foldNetwork(key: string, folded: number, picture: Picture): Promise<NetworkFoldResult>;
	/** Runs the beginning of a shipped network, which is fetched the first time. */
	networkMaps(request: NetworkMapsRequest, onProgress: OnProgress): Promise<NetworkMaps>;
	/** Stops the call that is running, if any. */
	cancel(): Promise<void>;
}
