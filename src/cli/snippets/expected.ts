/**
 * What each snippet must give, by the names it uses: computed by this project's own plain mathematics
 * (`core`) from the toy module, so that a snippet is held against something it has no part in.
 */
import { fitKernel } from '#lib/core/maps/fit-kernel.ts';
import { batchNormOf, batchNormScaleShift, fuseBatchNorm, tensorOf } from '#lib/core/fold/fold.ts';
import { plainArithmetic } from '#lib/core/fold/fold-arithmetic.ts';
import { branchInput, FOLD_NODES } from '#lib/core/fold/fold-graphs.ts';
import { foldUpTo } from '#lib/core/fold/fold-procedure.ts';
import { BATCH_NORM_EPSILON, BATCH_NORM_MOMENTUM } from '#lib/core/graph.ts';
import { joinTraffic, type Join } from '#lib/core/cost/join-traffic.ts';
import { mapValues } from '#lib/core/maps/map-statistics.ts';
import { findSimilarMaps } from '#lib/core/maps/similar-maps.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';
import { TOY_PLAN, TOY_STATE } from '#lib/core/fold/toy-module.ts';
import { expectedOfNetworks } from './expected-network.ts';
import { expectedOfTiming } from './expected-timing.ts';
import { batchStatistics, normalise, picture, run, runOneByOne } from './toy-runs.ts';

type Expected = Readonly<Record<string, Tensor>>;

const { depthwise, depthwiseNorm, identityNorm } = FOLD_NODES;
const scalar = (value: number): Tensor => ({ shape: [], data: Float32Array.of(value) });
const vector = (values: ArrayLike<number>): Tensor => ({
	shape: [values.length],
	data: Float32Array.from(values)
});
const zero = scalar(0);

const made = foldUpTo(
	'compare',
	{ state: TOY_STATE, channels: 2, size: 3 },
	plainArithmetic
) as Required<ReturnType<typeof foldUpTo<Tensor>>>;
const x = run(branchInput(TOY_PLAN));
const norm = batchNormOf(TOY_STATE, depthwiseNorm);

const scaleAt = (epsilon: number): Float64Array => batchNormScaleShift(norm, epsilon).scale;

/** Largest |a − b|. */
function difference(a: Tensor, b: Tensor): Tensor {
	return scalar(Math.max(...a.data.map((value, index) => Math.abs(value - b.data[index]!))));
}

function relu({ shape, data }: Tensor): Tensor {
	return { shape, data: data.map((value) => Math.max(0, value)) };
}

function add(a: Tensor, b: Tensor): Tensor {
	return { shape: a.shape, data: a.data.map((value, index) => value + b.data[index]!) };
}

/** The toy with other stored statistics of the depthwise branch. */
function withStatistics(mean: Float64Array, variance: Float64Array): StateDict {
	return new Map([
		...TOY_STATE,
		[`${depthwiseNorm}.running_mean`, vector(mean)],
		[`${depthwiseNorm}.running_var`, vector(variance)]
	]);
}

function evaluationMode(): Expected {
	const { mean, variance, count } = batchStatistics(run(depthwise));
	const step = (old: Tensor, now: Float64Array): Float64Array =>
		now.map((value, c) => old.data[c]! + BATCH_NORM_MOMENTUM * (value - old.data[c]!));
	const unbiased = variance.map((value) => (value * count) / (count - 1));
	return {
		stored: run(depthwiseNorm),
		batch: run(depthwiseNorm, withStatistics(mean, variance)),
		moved: run(depthwiseNorm, withStatistics(step(norm.mean, mean), step(norm.variance, unbiased)))
	};
}

function reluPlace(): Expected {
	const branches = [run(depthwiseNorm), run(identityNorm)] as const;
	const inside = relu(add(relu(branches[0]), branches[1]));
	return { inside, right: zero, wrong: difference(inside, run(FOLD_NODES.relu)) };
}

function joins(): Expected {
	const ghosts = run(depthwiseNorm);
	const first = { ...x, data: x.data.map((_, index) => x.data[index % (x.data.length / 2)]!) };
	const [batch, channels, ...sides] = x.shape as [number, number, ...number[]];
	const both = {
		shape: [batch, 2 * channels, ...sides],
		data: Float32Array.from([...x.data, ...ghosts.data])
	};
	return { both, total: add(x, ghosts), spread: add(ghosts, first) };
}

/** The toy's depthwise convolution as a Ghost module would use it: both halves, each behind its ReLU. */
function ghostModule(): Expected {
	const ghosts = relu(run(depthwiseNorm));
	const [batch, channels, ...sides] = x.shape as [number, number, ...number[]];
	const data = Float32Array.from([...x.data, ...ghosts.data]);
	return { out: { shape: [batch, 2 * channels, ...sides], data } };
}

function fitOfMap(): Expected {
	const [a, b] = [mapValues(x, 0), mapValues(run(depthwiseNorm), 0)];
	const { taps, bias, leftOver } = fitKernel({ values: a, columns: 5 }, b, 1);
	const both = { shape: [1, 2, 5, 5], data: Float32Array.from([...a, ...b]) };
	return {
		...{ scale: scalar(taps[0]!), shift: scalar(bias), share: scalar(leftOver) },
		r: scalar(findSimilarMaps(both).pairs[0]!.correlation)
	};
}

/** Bytes moved by a join of two groups of 8 maps, 112 × 112. */
function bytesOf(join: Join): Tensor {
	const { read, written } = joinTraffic(join, 8, 112);
	return scalar(read + written);
}

function intoOneByOne(): Expected {
	const weight = tensorOf(TOY_STATE, 'primary_conv.0.weight');
	const { kernel: w, bias: b } = fuseBatchNorm(weight, vector([4, -1]), norm);
	return { w, b, one: runOneByOne(picture, w, b), difference: zero };
}

function identityDense(): Expected {
	const plane = x.data.length / 2;
	const sums = x.data.map((_, index) => x.data[index % plane]! + x.data[(index % plane) + plane]!);
	return { sums: { shape: x.shape, data: sums }, same: x, difference: zero };
}

const sum = run(FOLD_NODES.add);
const folded = run(FOLD_NODES.relu);
const row = (...values: number[]): Tensor => ({
	shape: [1, 1, 3],
	data: Float32Array.from(values)
});

/** By snippet; the names are the same in both languages. */
export const expected: Readonly<Record<string, Expected>> = {
	prologue: { x },
	'fold-run': { y: folded },
	'fold-scale-and-shift': { s1: made.scale, t1: made.shift },
	'fold-scale-kernel': { w1: made.scaledKernel },
	'fold-kernel-bias': { b1: made.kernelBias },
	'fold-identity-kernel': { delta: made.identityKernel },
	'fold-scale-identity': { s2: made.identityScale, wid: made.scaledIdentity },
	'fold-identity-bias': { bid: made.identityBias },
	'fold-add-kernels': { w: made.sumKernel },
	'fold-add-biases': { b: made.sumBias },
	'fold-replace': { folded },
	'fold-compare': { difference: zero },
	'bn-as-line': {
		s: vector(scaleAt(BATCH_NORM_EPSILON)),
		line: normalise(x, norm),
		difference: zero
	},
	'fold-bn-into-1x1': intoOneByOne(),
	'fold-bn-into-depthwise': {
		w: made.scaledKernel,
		b: made.kernelBias,
		one: run(depthwiseNorm),
		difference: zero
	},
	'identity-depthwise': { same: x, difference: zero },
	'identity-dense': identityDense(),
	'fold-module': {
		...{ w1: made.scaledKernel, b1: made.kernelBias },
		...{ wid: made.scaledIdentity, bid: made.identityBias },
		...{ w: made.sumKernel, b: made.sumBias, one: sum, difference: zero }
	},
	'switch-to-deploy': { folded },
	'relu-place': reluPlace(),
	'eval-mode': evaluationMode(),
	epsilon: {
		right: vector(scaleAt(1e-5)),
		wrong: vector(scaleAt(1e-3)),
		ratio: vector(scaleAt(1e-5).map((value, channel) => value / scaleAt(1e-3)[channel]!))
	},
	'ghost-module': ghostModule(),
	'fit-scale-shift': fitOfMap(),
	'concat-and-add': joins(),
	'bytes-of-joins': { copied: bytesOf('concat'), summed: bytesOf('add') },
	border: { two: row(4, 6, 4), merged: row(5, 6, 5), padded: row(5, 6, 5) },
	...expectedOfNetworks(x),
	...expectedOfTiming
};
