/**
 * What the pages of the notebook and the worker of their live figures say to each other: small runs on
 * TensorFlow.js tensors, each asked for by the reader's hand. Only plain data crosses, in the paper's
 * layout.
 */
import type { Breakage, FoldStep } from '#lib/core/fold-step-names.ts';
import type { Graph, ModuleInGraph } from '#lib/core/graph.ts';
import type { ModulePlan } from '#lib/core/modules.ts';
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

/** A RepGhost module on its own: its keys without prefix, and what goes into it. */
export interface FoldableModule {
	readonly plan: ModulePlan;
	readonly state: StateDict;
	/** [1, inChannels, H, W]. */
	readonly input: Tensor;
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

/** One number the reader has changed: a value of a tensor of the module's state. */
export interface ModuleEdit {
	readonly key: string;
	/** Position in the tensor's data. */
	readonly index: number;
	readonly value: number;
}

export interface FoldStepRequest {
	readonly step: FoldStep;
	readonly channel: number;
	readonly edits: readonly ModuleEdit[];
	readonly breakages: readonly Breakage[];
}

/**
 * The tensors of one channel: nine taps for a kernel, one value for the rest. What a step has not made
 * yet is absent.
 */
export interface ChannelTensors {
	/** W, γ, β, μ, σ² of the depthwise branch. */
	readonly kernel: Float32Array;
	readonly gamma: number;
	readonly beta: number;
	readonly mean: number;
	readonly variance: number;
	/** s = γ / √(σ² + ε), t = β − μ · s. */
	readonly scale?: number;
	readonly shift?: number;
	/** W′ = s · W, b′ = t. */
	readonly scaledKernel?: Float32Array;
	readonly kernelBias?: number;
	/** γ, β, μ, σ² of the identity branch; absent on a branch without BN. */
	readonly identityGamma?: number;
	readonly identityBeta?: number;
	readonly identityMean?: number;
	readonly identityVariance?: number;
	/** δ. */
	readonly identityKernel?: Float32Array;
	/** s₂, W_id = s₂ · δ, b_id = t₂. */
	readonly identityScale?: number;
	readonly scaledIdentity?: Float32Array;
	readonly identityBias?: number;
	/** Ŵ = W′ + W_id, b̂ = b′ + b_id. */
	readonly sumKernel?: Float32Array;
	readonly sumBias?: number;
}

/** Maps of one channel, [rows, columns]. */
export interface ChannelMaps {
	/** What both branches read. */
	readonly x: Tensor;
	/** Output of each branch of the module so far; null where it is gone. */
	readonly depthwise: Tensor | null;
	readonly identity: Tensor | null;
	/** Before the last ReLU, of the module so far. */
	readonly sum: Tensor;
	/** Output of the two branches, and of the module so far. */
	readonly reference: Tensor;
	readonly soFar: Tensor;
}

export interface FoldStepResult {
	readonly step: FoldStep;
	readonly channel: number;
	readonly tensors: ChannelTensors;
	readonly maps: ChannelMaps;
	/** Largest |reference − so far| over all channels. */
	readonly difference: number;
	/** Largest |reference| over all channels. */
	readonly largest: number;
	/** ε that the fold used. */
	readonly epsilon: number;
	readonly backend: Backend;
	/** Graphs run since the worker started. */
	readonly runs: number;
	readonly milliseconds: number;
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

/** Every method rejects with an Error whose message is one sentence for the reader. */
export interface LiveEngine {
	/** Falls back to wasm, then cpu. */
	start(backend: Backend): Promise<BackendReport>;
	runGraph(request: GraphRequest): Promise<GraphRun>;
	foldBatchNorm(request: BatchNormFoldRequest): Promise<BatchNormFold>;
	/** Replaces the network whose modules `openNetworkModule` opens, once the new one is whole. */
	openNetwork(source: NetworkSource, onProgress: OnProgress): Promise<OpenedNetwork>;
	/** A module of the opened network with what goes into it when the network sees `picture`. */
	openNetworkModule(name: string, picture: Picture): Promise<FoldableModule>;
	/** The module that `foldStep` works on. */
	useModule(module: FoldableModule): Promise<void>;
	/** Folds the module up to a step, on TensorFlow.js, and runs it and the original. */
	foldStep(request: FoldStepRequest): Promise<FoldStepResult>;
	/** Folds the branches of the opened network's first modules, runs it and the original. */
	foldNetwork(folded: number, picture: Picture): Promise<NetworkFoldResult>;
	/** Stops the call that is running, if any. */
	cancel(): Promise<void>;
}
