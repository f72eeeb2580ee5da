/**
 * One pixel in two batches. In training mode batch norm takes mean and variance from the batch, so the
 * same pixel comes out differently when its neighbours change; in evaluation mode it takes the stored
 * ones, and is one scale and one shift for every batch (Ioffe and Szegedy 2015, arXiv 1502.03167, §3).
 *
 * PyTorch normalises with the biased variance (÷ N) and stores the unbiased one (÷ (N − 1)).
 */
import { batchNormScaleShift } from '#lib/core/fold/fold.ts';
import { GraphBuilder, INPUT } from '#lib/core/graph.ts';
import { compareLogits, type Agreement } from '#lib/core/maps/predictions.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';
import type { GraphRequest } from '#lib/engine/live-protocol.ts';
import type { Experiment } from '../limits/experiment.ts';
import type { RunMaps } from '../limits/plain-run.ts';

type BatchNormUse = 'training' | 'evaluation';

export const BATCHES = ['first', 'next'] as const;
export type BatchName = (typeof BATCHES)[number];

/** Whose mean and variance a fold uses: a batch's own, or the stored ones. */
export const SOURCES = ['first', 'next', 'stored'] as const;
type StatisticsSource = (typeof SOURCES)[number];

/** What the batch norm has learned and stored. */
interface StoredNorm {
	readonly gamma: number;
	readonly beta: number;
	readonly mean: number;
	readonly variance: number;
}

export interface BatchSetting {
	readonly mode: BatchNormUse;
	/** The value watched, in both batches. */
	readonly pixel: number;
	/** The other two values of each batch. */
	readonly first: readonly [number, number];
	readonly next: readonly [number, number];
	readonly norm: StoredNorm;
}

/** y = scale · x + shift, with the statistics it comes from. */
interface NormLine {
	readonly mean: number;
	readonly variance: number;
	readonly scale: number;
	readonly shift: number;
}

export interface BatchRun {
	/** The two neighbours around the pixel. */
	readonly inputs: readonly [number, number, number];
	readonly outputs: readonly number[];
	/** What was done to this batch. */
	readonly line: NormLine;
	/** ÷ (N − 1), of the batch itself: what training mode would store. */
	readonly unbiased: number;
	/** By whose statistics the batch norm was folded: how far the fold is from `outputs`. */
	readonly folds: Readonly<Record<StatisticsSource, Agreement>>;
}

export interface BatchesRun {
	readonly mode: BatchNormUse;
	readonly batches: Readonly<Record<BatchName, BatchRun>>;
	/** What each source of statistics makes of the batch norm. */
	readonly lines: Readonly<Record<StatisticsSource, NormLine>>;
}

/** The values a reader can set. */
export const LEAST = 0;
export const MOST = 12;

/** Place of the watched pixel in its batch. */
export const PIXEL = 1;

function batchOf(
	{ pixel, first, next }: BatchSetting,
	name: BatchName
): readonly [number, number, number] {
	const [before, after] = name === 'first' ? first : next;
	return [before, pixel, after];
}

const NORM = 'norm';
const NORM_GRAPH = (() => {
	const builder = new GraphBuilder();
	return builder.finish(1, builder.add(NORM, { kind: 'batch-norm', channels: 1 }, INPUT));
})();

/** One scale and shift for each source, all on the same batch. */
const FOLDS_GRAPH = (() => {
	const builder = new GraphBuilder();
	const names = SOURCES.map((source) =>
		builder.add(source, { kind: 'scale-shift', channels: 1 }, INPUT)
	);
	return builder.finish(1, names.at(-1)!);
})();

const single = (value: number): Tensor => ({ shape: [1], data: Float32Array.of(value) });

function lineOf({ gamma, beta }: StoredNorm, mean: number, variance: number): NormLine {
	const { scale, shift } = batchNormScaleShift({
		gamma: single(gamma),
		beta: single(beta),
		mean: single(mean),
		variance: single(variance)
	});
	return { mean, variance, scale: scale[0]!, shift: shift[0]! };
}

function normRequest(
	setting: BatchSetting,
	name: BatchName,
	batchStatistics: boolean
): GraphRequest {
	const { gamma, beta, mean, variance } = setting.norm;
	const state = new Map([
		[`${NORM}.weight`, single(gamma)],
		[`${NORM}.bias`, single(beta)],
		[`${NORM}.running_mean`, single(mean)],
		[`${NORM}.running_var`, single(variance)]
	]);
	return { graph: NORM_GRAPH, state, input: inputOf(setting, name), keep: [], batchStatistics };
}

/** Three pictures of one pixel, [3, 1, 1, 1]. */
function inputOf(setting: BatchSetting, name: BatchName): Tensor {
	const values = Float32Array.from(batchOf(setting, name));
	return { shape: [values.length, 1, 1, 1], data: values };
}

function foldWeights(lines: Readonly<Record<StatisticsSource, NormLine>>): StateDict {
	return new Map(
		SOURCES.flatMap((source) => [
			[`${source}.scale`, single(lines[source].scale)],
			[`${source}.shift`, single(lines[source].shift)]
		])
	);
}

/** Runs both batches through the batch norm and through its three folds. */
export const runBatches: Experiment<BatchSetting, BatchesRun> = function* (setting) {
	const training = {
		first: yield normRequest(setting, 'first', true),
		next: yield normRequest(setting, 'next', true)
	};
	const lines = linesOf(setting.norm, training);
	const state = foldWeights(lines);
	const batches = {} as Record<BatchName, BatchRun>;
	for (const name of BATCHES) {
		const own =
			setting.mode === 'training' ? training[name] : yield normRequest(setting, name, false);
		const input = inputOf(setting, name);
		const folds = yield { graph: FOLDS_GRAPH, state, input, keep: [...SOURCES] };
		const outputs = own.maps.get(NORM)!.data;
		batches[name] = {
			inputs: batchOf(setting, name),
			outputs: [...outputs],
			line: lines[setting.mode === 'training' ? name : 'stored'],
			unbiased: unbiasedVariance(batchOf(setting, name)),
			folds: {
				first: compareLogits(outputs, folds.maps.get('first')!.data),
				next: compareLogits(outputs, folds.maps.get('next')!.data),
				stored: compareLogits(outputs, folds.maps.get('stored')!.data)
			}
		};
	}
	return { mode: setting.mode, batches, lines };
};

function linesOf(
	norm: StoredNorm,
	runs: Readonly<Record<BatchName, RunMaps>>
): Record<StatisticsSource, NormLine> {
	const ofBatch = (name: BatchName): NormLine => {
		const { mean, variance } = runs[name].statistics.get(NORM)!;
		return lineOf(norm, mean.data[0]!, variance.data[0]!);
	};
	return {
		first: ofBatch('first'),
		next: ofBatch('next'),
		stored: lineOf(norm, norm.mean, norm.variance)
	};
}

/** Σ(x − mean)² / (N − 1). */
export function unbiasedVariance(values: readonly number[]): number {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	return squares / (values.length - 1);
}
