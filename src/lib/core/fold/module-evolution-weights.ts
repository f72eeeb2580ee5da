/**
 * Weights for the five drawings of `module-evolution.ts`, drawn from a seed and then settled on one
 * picture: the batch norms' stored mean and variance are those of the picture's own maps, as they would
 * be after training on it, and the folded 1×1 convolution gives maps of mean ½ and variance 1. So every
 * map shows something, and ReLU has something to cut off.
 */
import { foldPaths, addPaths } from './module-evolution-fold.ts';
import { EVOLUTION_NODES, evolutionGraph } from './module-evolution.ts';
import { MODULE_GAINS, randomStateDict } from '#lib/core/network/random-weights.ts';
import { evaluateGraph, type Maps } from '#lib/core/reference.ts';
import { tensorOf } from './fold.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';

const NAMES = EVOLUTION_NODES;

/** Mean of the maps that the 1×1 convolution gives, before ReLU. */
const PRIMARY_MEAN = 0.5;

/**
 * Weights by state-dict key, for the drawings with and without their 1×1 convolution.
 * @param channels C
 * @param picture [1, channels of the picture, H, W]
 */
export function evolutionState(channels: number, picture: Tensor, seed: number): StateDict {
	const graph = evolutionGraph('training-time', channels, picture.shape[1]);
	const state = new Map(randomStateDict(graph, seed, MODULE_GAINS));
	const run = (node: string) => momentsOf(evaluateGraph(graph, state, picture).get(node)!);

	const primary = run(NAMES.primary);
	const { weight, bias } = settlePrimary(state, primary);
	state.set(`${NAMES.primary}.weight`, weight).set(`${NAMES.primary}.bias`, bias);
	store(state, NAMES.depthwiseNorm, run(NAMES.depthwise));
	store(state, NAMES.branchNorm, run(NAMES.primaryRelu));

	const { kernel, bias: fusedBias } = addPaths(foldPaths('training-time', state));
	return state.set(`${NAMES.fused}.weight`, kernel).set(`${NAMES.fused}.bias`, fusedBias);
}

/** Mean and variance of each channel. */
interface Moments {
	readonly mean: Float32Array;
	readonly variance: Float32Array;
}

function momentsOf({ shape: [, channels, rows, columns], data }: Maps): Moments {
	const plane = rows * columns;
	const mean = new Float32Array(channels);
	const variance = new Float32Array(channels);
	for (let channel = 0; channel < channels; channel++) {
		const values = data.subarray(channel * plane, (channel + 1) * plane);
		const average = values.reduce((sum, value) => sum + value, 0) / plane;
		mean[channel] = average;
		variance[channel] = values.reduce((sum, value) => sum + (value - average) ** 2, 0) / plane;
	}
	return { mean, variance };
}

function settlePrimary(
	state: StateDict,
	{ mean, variance }: Moments
): { weight: Tensor; bias: Tensor } {
	const weight = tensorOf(state, `${NAMES.primary}.weight`);
	const bias = tensorOf(state, `${NAMES.primary}.bias`);
	const inputs = weight.data.length / mean.length;
	const scale = variance.map((value) => 1 / Math.sqrt(value));
	return {
		weight: {
			...weight,
			data: weight.data.map((value, index) => value * scale[Math.floor(index / inputs)]!)
		},
		bias: {
			...bias,
			data: bias.data.map(
				(value, channel) => (value - mean[channel]!) * scale[channel]! + PRIMARY_MEAN
			)
		}
	};
}

function store(state: Map<string, Tensor>, norm: string, { mean, variance }: Moments): void {
	const shape = [mean.length];
	state.set(`${norm}.running_mean`, { shape, data: mean });
	state.set(`${norm}.running_var`, { shape, data: variance });
}
