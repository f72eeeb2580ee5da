/** The two ways of the border figure, run: in one dimension, and on the toy's picture. */
import { compareLogits, type Agreement } from '#lib/core/maps/predictions.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import { TOY_PICTURES, TOY_PLAN, TOY_STATE } from '#lib/core/fold/toy-module.ts';
import type { GraphRequest } from '#lib/engine/live-protocol.ts';
import type { Experiment } from '../limits/experiment.ts';
import { FOLDED_TOY_GRAPH, foldedToy, TOY_GRAPH } from '../limits/folded-toy.ts';
import type { RunMaps } from '../limits/plain-run.ts';
import {
	mergedGraph,
	mergedWeights,
	NODES,
	outsideTaps,
	padMaps,
	predictedError,
	twoStepGraph,
	twoStepWeights,
	windowGraph,
	type Pair,
	type Remedy
} from './border-merge.ts';

/** Both ways on one input; maps [1, C, rows, columns]. */
export interface MergeRun {
	/** What the 1×1 made of the input, and what the 3×3 saw: one more on each side. */
	readonly middle: Tensor;
	readonly padded: Tensor;
	readonly twoStep: Tensor;
	readonly merged: Tensor;
	/** `twoStep` − `merged`. */
	readonly difference: Tensor;
	readonly agreement: Agreement;
	/** Largest distance of `difference` from what the formula foretells. */
	readonly formulaOff: number;
}

export interface BorderSetting {
	readonly remedy: Remedy;
	/** The bias of the 1×1, the same in every channel. */
	readonly bias: number;
	/** The row of the example in one dimension, the 1×1's one weight, and the three taps. */
	readonly row: readonly number[];
	readonly weight: number;
	readonly taps: readonly [number, number, number];
}

/** What a reader can set. */
export const BIAS_RANGE = { least: -2, most: 2, step: 0.5, ticks: [-2, 0, 2] } as const;

export interface BorderRun {
	readonly row: MergeRun;
	readonly picture: MergeRun;
	/** The RepGhost module's two branches − its fold, on the same picture. */
	readonly branches: { readonly difference: Tensor; readonly agreement: Agreement };
}

const full = (length: number, value: number): Tensor => ({
	shape: [length],
	data: new Float32Array(length).fill(value)
});

/** The example of one dimension: three taps in the middle row of a 3×3 kernel. */
export function rowPair({ weight, taps, bias }: BorderSetting): Pair {
	return {
		point: { shape: [1, 1, 1, 1], data: Float32Array.of(weight) },
		bias: full(1, bias),
		window: { shape: [1, 1, 3, 3], data: Float32Array.of(0, 0, 0, ...taps, 0, 0, 0) }
	};
}

/** The toy's own 1×1 and depthwise kernel. */
export function picturePair({ bias }: BorderSetting): Pair {
	return {
		point: TOY_STATE.get('primary_conv.0.weight')!,
		bias: full(TOY_PLAN.outChannels, bias),
		window: TOY_STATE.get('cheap_operation.0.weight')!
	};
}

const PICTURE = TOY_PICTURES.diagonal;
/** Of a 3×3 kernel. */
const TAPS = 9;

function* runPair(
	given: Pair,
	input: Tensor,
	remedy: Remedy
): Generator<GraphRequest, MergeRun, RunMaps> {
	const pair = remedy === 'no-bias' ? { ...given, bias: full(given.bias.data.length, 0) } : given;
	const state = twoStepWeights(pair);
	const keep = [NODES.point];
	const seen = remedy === 'pad-first' ? padMaps(input, new Float32Array(input.shape[1]!)) : input;
	const graph = twoStepGraph(pair, remedy === 'pad-first' ? 0 : 1);
	const first = yield { graph, state, input: seen, keep };
	const middle = first.maps.get(NODES.point)!;
	const outside = remedy === 'pad-middle' ? pair.bias.data : new Float32Array(middle.shape[1]!);
	const padded = remedy === 'pad-first' ? middle : padMaps(middle, outside);
	const second =
		remedy === 'pad-middle'
			? yield { graph: windowGraph(pair), state, input: padded, keep: [] }
			: first;
	const twoStep = second.maps.get(NODES.window)!;
	const one = yield { graph: mergedGraph(pair), state: mergedWeights(pair), input, keep: [] };
	return compare({ middle, padded, twoStep }, one.maps.get(NODES.merged)!, remedy, pair);
}

function compare(
	steps: Pick<MergeRun, 'middle' | 'padded' | 'twoStep'>,
	merged: Tensor,
	remedy: Remedy,
	pair: Pair
): MergeRun {
	const { twoStep } = steps;
	const difference = minus(twoStep, merged);
	const [, , rows = 0, columns = 0] = merged.shape;
	const foretold =
		remedy === 'none'
			? predictedError(pair, rows, columns).data
			: new Float32Array(merged.data.length);
	const formulaOff = difference.data.reduce(
		(most, value, index) => Math.max(most, Math.abs(value - foretold[index]!)),
		0
	);
	const agreement = compareLogits(twoStep.data, merged.data);
	return { ...steps, merged, difference, agreement, formulaOff };
}

const minus = (a: Tensor, b: Tensor): Tensor => ({
	shape: a.shape,
	data: a.data.map((value, index) => value - b.data[index]!)
});

/** Both ways in one dimension and on the picture, and the branches of the RepGhost module. */
export const runBorder: Experiment<BorderSetting, BorderRun> = function* (setting) {
	const { remedy } = setting;
	const values = Float32Array.from(setting.row);
	const input = { shape: [1, 1, 1, values.length], data: values };
	const row = yield* runPair(rowPair(setting), input, remedy);
	const picture = yield* runPair(picturePair(setting), PICTURE, remedy);
	return { row, picture, branches: yield* runBranches() };
};

function* runBranches(): Generator<GraphRequest, BorderRun['branches'], RunMaps> {
	const two = yield { graph: TOY_GRAPH, state: TOY_STATE, input: PICTURE, keep: [] };
	const one = yield { graph: FOLDED_TOY_GRAPH, state: foldedToy(), input: PICTURE, keep: [] };
	const [a, b] = [two.maps.get(TOY_GRAPH.output)!, one.maps.get(FOLDED_TOY_GRAPH.output)!];
	return { difference: minus(a, b), agreement: compareLogits(a.data, b.data) };
}

/** The sum of the picture's taps that fall outside when the window stands at a place of such maps. */
export function outsideAt(
	maps: Tensor,
	channel: number,
	{ row, column }: { readonly row: number; readonly column: number }
): number {
	const [, , rows = 0, columns = 0] = maps.shape;
	const { data } = TOY_STATE.get('cheap_operation.0.weight')!;
	const taps = data.subarray(channel * TAPS, (channel + 1) * TAPS);
	return outsideTaps(taps, row, column, rows, columns);
}
