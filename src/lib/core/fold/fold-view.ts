/** What one channel shows of a step of folding, read off the module's tensors and maps. */
import { FOLD_NODES, branchInput } from './fold-graphs.ts';
import type { FoldMade } from './fold-procedure.ts';
import type { FoldStep } from './fold-step-names.ts';
import type { Graph } from '#lib/core/graph.ts';
import type { ModulePlan } from '#lib/core/network/modules.ts';
import { largestDifference, type StateDict, type Tensor } from '#lib/core/tensor.ts';

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
	/** γ, β, μ, σ² of the identity branch; absent on a branch without BN. */
	readonly identityGamma?: number;
	readonly identityBeta?: number;
	readonly identityMean?: number;
	readonly identityVariance?: number;
	/** s = γ / √(σ² + ε), t = β − μ · s. */
	readonly scale?: number;
	readonly shift?: number;
	/** W′ = s · W, b′ = t. */
	readonly scaledKernel?: Float32Array;
	readonly kernelBias?: number;
	/** δ. */
	readonly identityKernel?: Float32Array;
	/** s₂, t₂. */
	readonly identityScale?: number;
	readonly identityShift?: number;
	/** W_id = s₂ · δ, b_id = t₂. */
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

export interface FoldStepView {
	readonly step: FoldStep;
	/** From 0. */
	readonly channel: number;
	readonly tensors: ChannelTensors;
	readonly maps: ChannelMaps;
	/** Largest |reference − so far| over all channels. */
	readonly difference: number;
	/** Largest |reference| over all channels. */
	readonly largest: number;
	/** ε that the fold used. */
	readonly epsilon: number;
}

/** A step that has been run. */
interface FoldStepRun {
	readonly plan: ModulePlan;
	readonly step: FoldStep;
	readonly channel: number;
	/** The module's own tensors, with the reader's edits. */
	readonly state: StateDict;
	readonly made: FoldMade<Tensor>;
	readonly epsilon: number;
	/** [1, C, H, W]. */
	readonly reference: Tensor;
	/** The graph of the module so far, and the outputs of `viewedNodes` and its own, [1, C, H, W]. */
	readonly soFar: Graph;
	readonly maps: ReadonlyMap<string, Tensor>;
}

/** The nodes of the module so far whose maps are shown. */
export function viewedNodes(plan: ModulePlan, soFar: Graph): string[] {
	const { depthwise, identity, sum } = partNodes(soFar);
	return [branchInput(plan), depthwise, identity, sum].filter((name) => name !== null);
}

export function viewFoldStep(run: FoldStepRun): FoldStepView {
	const { plan, step, channel, state, made, epsilon, reference, soFar, maps } = run;
	const plane = (name: string) => planeOf(maps.get(name)!, channel);
	const { depthwise, identity, sum } = partNodes(soFar);
	const output = maps.get(soFar.output)!;
	return {
		step,
		channel,
		epsilon,
		tensors: { ...ownTensors(state, channel), ...madeOf(made, channel) },
		maps: {
			x: plane(branchInput(plan)),
			depthwise: depthwise === null ? null : plane(depthwise),
			identity: identity === null ? null : plane(identity),
			sum: plane(sum),
			reference: planeOf(reference, channel),
			soFar: planeOf(output, channel)
		},
		difference: largestDifference(reference, output),
		largest: reference.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
	};
}

/** The last node of each branch, and the node before the last ReLU. */
export function partNodes({ nodes, output }: Graph): {
	readonly depthwise: string | null;
	readonly identity: string | null;
	readonly sum: string;
} {
	const add = nodes.find(({ name }) => name === FOLD_NODES.add);
	const last = nodes.find(({ name }) => name === output)!;
	return {
		depthwise: add?.inputs[0] ?? null,
		identity: add?.inputs[1] ?? null,
		sum: last.operation.kind === 'relu' ? last.inputs[0]! : output
	};
}

/** Maps of one channel of a batch of one, [rows, columns]. */
function planeOf({ shape, data }: Tensor, channel: number): Tensor {
	const [, , rows = 0, columns = 0] = shape;
	const size = rows * columns;
	return { shape: [rows, columns], data: data.slice(channel * size, (channel + 1) * size) };
}

/** The taps of a kernel [C, 1, k, k], or the value of a vector [C]. */
function ofChannel({ shape, data }: Tensor, channel: number): Float32Array | number {
	if (shape.length === 1) return data[channel]!;
	const taps = data.length / shape[0]!;
	return data.slice(channel * taps, (channel + 1) * taps);
}

function madeOf(made: FoldMade<Tensor>, channel: number): Partial<ChannelTensors> {
	return Object.fromEntries(
		Object.entries(made).map(([name, tensor]) => [name, ofChannel(tensor as Tensor, channel)])
	);
}

function ownTensors(state: StateDict, channel: number): ChannelTensors {
	const value = (key: string) => state.get(key)!.data[channel]!;
	const { depthwise, depthwiseNorm, identityNorm } = FOLD_NODES;
	return {
		kernel: ofChannel(state.get(`${depthwise}.weight`)!, channel) as Float32Array,
		gamma: value(`${depthwiseNorm}.weight`),
		beta: value(`${depthwiseNorm}.bias`),
		mean: value(`${depthwiseNorm}.running_mean`),
		variance: value(`${depthwiseNorm}.running_var`),
		...(state.has(`${identityNorm}.weight`) && {
			identityGamma: value(`${identityNorm}.weight`),
			identityBeta: value(`${identityNorm}.bias`),
			identityMean: value(`${identityNorm}.running_mean`),
			identityVariance: value(`${identityNorm}.running_var`)
		})
	};
}
