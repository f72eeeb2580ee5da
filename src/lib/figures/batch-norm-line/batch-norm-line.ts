/**
 * Batch norm at inference as a line: y = γ(x − μ)/√(σ² + ε) + β is y = s·x + t with
 * s = γ/√(σ² + ε) and t = β − μ·s. Four numbers go in and two come out, so many settings give one line.
 */
import { batchNormScaleShift } from '#lib/core/fold/fold.ts';
import { BATCH_NORM_EPSILON, GraphBuilder, INPUT, type Graph } from '#lib/core/graph.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';

export interface Setting {
	readonly gamma: number;
	readonly beta: number;
	readonly mean: number;
	readonly variance: number;
}

export interface Line {
	/** s. */
	readonly slope: number;
	/** t, where the line crosses x = 0. */
	readonly intercept: number;
}

/** What the sliders can set. */
export const RANGES = {
	gamma: { least: -4, most: 4, step: 0.1, ticks: [-4, -2, 0, 2, 4] },
	beta: { least: -6, most: 6, step: 0.1, ticks: [-6, -3, 0, 3, 6] },
	mean: { least: -6, most: 6, step: 0.1, ticks: [-6, -3, 0, 3, 6] },
	variance: { least: 0, most: 20, step: 0.1, ticks: [0, 4, 9, 16] }
} as const;

/** The values that are sent through the batch norm. */
export const SAMPLES = [-4, -2, 0, 1, 2, 3, 5] as const;

export const single = (value: number): Tensor => ({ shape: [1], data: Float32Array.of(value) });

export function lineOf({ gamma, beta, mean, variance }: Setting): Line {
	const { scale, shift } = batchNormScaleShift({
		gamma: single(gamma),
		beta: single(beta),
		mean: single(mean),
		variance: single(variance)
	});
	return { slope: scale[0]!, intercept: shift[0]! };
}

/** How another setting was found: the words for it are in the catalogue. */
export type Change = 'doubled' | 'halved' | 'mean-up' | 'mean-down';

interface OtherSetting {
	readonly change: Change;
	readonly setting: Setting;
}

/** Multiplies γ and √(σ² + ε) by the same factor: s stays, and t with it. */
function stretched(setting: Setting, factor: number): Setting {
	const variance = factor ** 2 * (setting.variance + BATCH_NORM_EPSILON) - BATCH_NORM_EPSILON;
	return { ...setting, gamma: factor * setting.gamma, variance };
}

/** Moves μ, and β by s times as much: t stays, and s was not touched. */
function slid(setting: Setting, by: number): Setting {
	const beta = setting.beta + by * lineOf(setting).slope;
	return { ...setting, mean: setting.mean + by, beta };
}

function isInRange(setting: Setting): boolean {
	return (Object.keys(RANGES) as (keyof Setting)[]).every(
		(key) => setting[key] >= RANGES[key].least && setting[key] <= RANGES[key].most
	);
}

/**
 * Settings other than this one with the same line that the sliders can show, in the order in which
 * they are offered.
 */
export function otherSettings(setting: Setting): OtherSetting[] {
	const others: OtherSetting[] = [
		{ change: 'doubled', setting: stretched(setting, 2) },
		{ change: 'mean-down', setting: slid(setting, -1) },
		{ change: 'halved', setting: stretched(setting, 0.5) },
		{ change: 'mean-up', setting: slid(setting, 1) }
	];
	return others.filter((other) => isInRange(other.setting));
}

/** Both ways of computing y beside one another: as a batch norm, and as its scale and shift. */
export const BOTH_WAYS: Graph = (() => {
	const builder = new GraphBuilder();
	builder.add('norm', { kind: 'batch-norm', channels: 1 }, INPUT);
	const line = builder.add('line', { kind: 'scale-shift', channels: 1 }, INPUT);
	return builder.finish(1, line);
})();

/** The weights of `BOTH_WAYS`; scale and shift as they were folded elsewhere. */
export function weightsOf(setting: Setting, line: { scale: Tensor; shift: Tensor }): StateDict {
	return new Map([
		['norm.weight', single(setting.gamma)],
		['norm.bias', single(setting.beta)],
		['norm.running_mean', single(setting.mean)],
		['norm.running_var', single(setting.variance)],
		['line.scale', line.scale],
		['line.shift', line.shift]
	]);
}

/** [1, 1, 1, samples]. */
export const SAMPLE_INPUT: Tensor = {
	shape: [1, 1, 1, SAMPLES.length],
	data: Float32Array.from(SAMPLES)
};
