/**
 * The fold of a RepGhost module as a procedure of eleven steps, each of which makes a few tensors from
 * those before it. It is written once, over any arithmetic: `model` does it on live TensorFlow.js
 * tensors, `core` in plain numbers.
 */
import { FOLD_NODES } from './fold-graphs.ts';
import { FOLD_STEPS, isFrom, type FoldStep } from './fold-step-names.ts';
import { BATCH_NORM_EPSILON } from '#lib/core/graph.ts';

/** γ, β, μ, σ², each [C]. */
export interface NormTensors<T> {
	readonly gamma: T;
	readonly beta: T;
	readonly mean: T;
	readonly variance: T;
}

/** The few operations that folding consists of; kernels [C, 1, k, k], the rest [C]. */
export interface FoldArithmetic<T> {
	/** γ / √(σ² + ε). */
	readonly scaleOf: (norm: NormTensors<T>, epsilon: number) => T;
	/** β − μ · scale. */
	readonly shiftOf: (norm: NormTensors<T>, scale: T) => T;
	/** Each channel's taps times its scale. */
	readonly scaleKernel: (kernel: T, scale: T) => T;
	/** The bias that a shift becomes in a convolution which has none of its own. */
	readonly biasOf: (scale: T, shift: T) => T;
	/** δ for `channels` channels: 1 in each centre. */
	readonly identityKernel: (channels: number, size: number) => T;
	readonly addKernels: (a: T, b: T) => T;
	readonly addBiases: (a: T, b: T) => T;
	/** [channels], the same value everywhere. */
	readonly constant: (channels: number, value: number) => T;
}

/** What the fold has made up to a step, for all channels: kernels [C, 1, k, k], the rest [C]. */
export interface FoldMade<T> {
	/** s = γ / √(σ² + ε) and t = β − μ·s of the depthwise branch's BN. */
	readonly scale?: T;
	readonly shift?: T;
	/** sW, and t as its bias. */
	readonly scaledKernel?: T;
	readonly kernelBias?: T;
	/** δ, s₂, t₂. */
	readonly identityKernel?: T;
	readonly identityScale?: T;
	readonly identityShift?: T;
	/** s₂δ, and t₂ as its bias. */
	readonly scaledIdentity?: T;
	readonly identityBias?: T;
	/** sW + s₂δ and t + t₂. */
	readonly sumKernel?: T;
	readonly sumBias?: T;
}

/** Mistakes in the fold alone; the original is not touched. */
export interface FoldMistakes {
	readonly epsilon?: number;
	/** The identity branch's bias is left out. */
	readonly forgetBias?: boolean;
	/** The centre gains 1 in place of γ/σ. */
	readonly centrePlusOne?: boolean;
}

/** The module's tensors by key without prefix, and the extents of its kernel [C, 1, k, k]. */
interface FoldSubject<T> {
	readonly state: ReadonlyMap<string, T>;
	readonly channels: number;
	readonly size: number;
}

interface Context<T> extends FoldSubject<T> {
	readonly arithmetic: FoldArithmetic<T>;
	readonly epsilon: number;
	readonly mistakes: FoldMistakes;
}

/** All that earlier steps have made: a step is only done after them. */
type Made<T> = Required<FoldMade<T>>;
type Work = <T>(context: Context<T>, made: Made<T>) => FoldMade<T>;

const WORK: Partial<Record<FoldStep, Work>> = {
	'scale-and-shift': ({ arithmetic, state, epsilon }) => {
		const norm = normOf(state, FOLD_NODES.depthwiseNorm);
		const scale = arithmetic.scaleOf(norm, epsilon);
		return { scale, shift: arithmetic.shiftOf(norm, scale) };
	},
	'scale-kernel': ({ arithmetic, state }, { scale }) => ({
		scaledKernel: arithmetic.scaleKernel(find(state, `${FOLD_NODES.depthwise}.weight`), scale)
	}),
	'kernel-bias': ({ arithmetic }, { scale, shift }) => ({
		kernelBias: arithmetic.biasOf(scale, shift)
	}),
	'identity-kernel': ({ arithmetic, channels, size }) => ({
		identityKernel: arithmetic.identityKernel(channels, size)
	}),
	'scale-identity': (context, { identityKernel }) => {
		const { arithmetic, channels, mistakes } = context;
		const branch = identityScaleShift(context);
		const factor = mistakes.centrePlusOne ? arithmetic.constant(channels, 1) : branch.identityScale;
		return { ...branch, scaledIdentity: arithmetic.scaleKernel(identityKernel, factor) };
	},
	'identity-bias': ({ arithmetic, channels, mistakes }, { identityScale, identityShift }) => ({
		identityBias: mistakes.forgetBias
			? arithmetic.constant(channels, 0)
			: arithmetic.biasOf(identityScale, identityShift)
	}),
	'add-kernels': ({ arithmetic }, { scaledKernel, scaledIdentity }) => ({
		sumKernel: arithmetic.addKernels(scaledKernel, scaledIdentity)
	}),
	'add-biases': ({ arithmetic }, { kernelBias, identityBias }) => ({
		sumBias: arithmetic.addBiases(kernelBias, identityBias)
	})
};

/** Everything that is made when `step` is done. */
export function foldUpTo<T>(
	step: FoldStep,
	subject: FoldSubject<T>,
	arithmetic: FoldArithmetic<T>,
	mistakes: FoldMistakes = {}
): FoldMade<T> {
	const epsilon = mistakes.epsilon ?? BATCH_NORM_EPSILON;
	const context = { ...subject, arithmetic, mistakes, epsilon };
	let made: FoldMade<T> = {};
	for (const name of FOLD_STEPS) {
		if (!isFrom(step, name)) break;
		made = { ...made, ...WORK[name]?.(context, made as Made<T>) };
	}
	return made;
}

/** A plain identity branch has no BN: its scale is 1 and its shift 0. */
function identityScaleShift<T>({ arithmetic, state, channels, epsilon }: Context<T>): {
	identityScale: T;
	identityShift: T;
} {
	if (!state.has(`${FOLD_NODES.identityNorm}.weight`)) {
		return {
			identityScale: arithmetic.constant(channels, 1),
			identityShift: arithmetic.constant(channels, 0)
		};
	}
	const norm = normOf(state, FOLD_NODES.identityNorm);
	const identityScale = arithmetic.scaleOf(norm, epsilon);
	return { identityScale, identityShift: arithmetic.shiftOf(norm, identityScale) };
}

/**
 * The weights on which the graph of a step (`foldStepGraph`) runs, by state-dict key.
 * @param state the original's
 */
export function stepWeights<T>(
	step: FoldStep,
	state: ReadonlyMap<string, T>,
	made: FoldMade<T>
): Map<string, T> {
	const weights = new Map(state);
	const { depthwise, depthwiseNorm, identity, identityNorm, fused } = FOLD_NODES;
	const set = (key: string, value: T | undefined) => value !== undefined && weights.set(key, value);
	if (isFrom(step, 'replace')) {
		set(`${fused}.weight`, made.sumKernel);
		set(`${fused}.bias`, made.sumBias);
		return weights;
	}
	set(`${depthwise}.weight`, made.sumKernel ?? made.scaledKernel);
	set(`${depthwise}.bias`, made.sumBias ?? made.kernelBias);
	set(`${depthwiseNorm}.scale`, made.scale);
	set(`${depthwiseNorm}.shift`, made.kernelBias ?? made.shift);
	set(`${identity}.weight`, made.scaledIdentity ?? made.identityKernel);
	set(`${identity}.bias`, made.identityBias);
	set(`${identityNorm}.shift`, made.identityBias ?? made.identityShift);
	return weights;
}

function normOf<T>(state: ReadonlyMap<string, T>, name: string): NormTensors<T> {
	return {
		gamma: find(state, `${name}.weight`),
		beta: find(state, `${name}.bias`),
		mean: find(state, `${name}.running_mean`),
		variance: find(state, `${name}.running_var`)
	};
}

function find<T>(state: ReadonlyMap<string, T>, key: string): T {
	const tensor = state.get(key);
	if (tensor === undefined) throw new Error(`The module has no tensor called "${key}".`);
	return tensor;
}
