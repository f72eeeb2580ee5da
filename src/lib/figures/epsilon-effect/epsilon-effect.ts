/**
 * What a wrong ε does. Batch norm scales by γ / √(σ² + ε); with another ε the scale is off by the factor
 * √((σ² + ε) / (σ² + ε′)), which is far from 1 where the variance is small. Weights of PyTorch want
 * ε = 1e-5; Keras and TensorFlow.js take 1e-3 unless told otherwise.
 */
import { applyEdits } from '#lib/core/fold/fold-request.ts';
import { BATCH_NORM_EPSILON, GraphBuilder, INPUT } from '#lib/core/graph.ts';
import { compareLogits, type Agreement } from '#lib/core/maps/predictions.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';
import { TOY_PICTURES, TOY_STATE } from '#lib/core/fold/toy-module.ts';
import type { GraphRequest } from '#lib/engine/live-protocol.ts';
import type { Experiment } from '../limits/experiment.ts';
import { FOLDED_TOY_GRAPH, foldedToy, TOY_GRAPH } from '../limits/folded-toy.ts';

export interface EpsilonSetting {
	/** The wrong ε. */
	readonly epsilon: number;
	/** σ² of the reader's channel: both batch norms of the toy's second channel have it. */
	readonly variance: number;
	/** Whether the port's two branches run with the wrong ε as well as its fold. */
	readonly bothWrong: boolean;
}

/** What a reader can set, by powers of ten. */
export const EPSILON_RANGE = { least: 1e-7, most: 0.1 } as const;
export const VARIANCE_RANGE = { least: 1e-7, most: 10 } as const;

/** Variances whose ratios are listed beside the reader's. */
export const LISTED_VARIANCES = [1, 0.1, 0.01, 0.001, 1e-4, 0] as const;

export interface EpsilonRun {
	/** For each of `LISTED_VARIANCES`: the wrong scale over the right one. */
	readonly ratios: readonly number[];
	/** The same for the reader's variance, with the two scales at γ = 1. */
	readonly chosen: { readonly right: number; readonly wrong: number; readonly ratio: number };
	/** The port's two branches against its fold, and both against the original. */
	readonly foldAgainstBranches: Agreement;
	readonly branchesAgainstOriginal: Agreement;
	readonly foldAgainstOriginal: Agreement;
}

/** √((σ² + right) / (σ² + wrong)). */
export function scaleRatio(variance: number, wrong: number, right = BATCH_NORM_EPSILON): number {
	return Math.sqrt((variance + right) / (variance + wrong));
}

const NORM = 'norm';

/** A batch norm with one channel for each variance, on ones: its output is 1 / √(σ² + ε). */
function scalesRequest(variances: readonly number[], epsilon: number): GraphRequest {
	const channels = variances.length;
	const builder = new GraphBuilder();
	const output = builder.add(NORM, { kind: 'batch-norm', channels }, INPUT);
	const all = (value: number): Tensor => ({
		shape: [channels],
		data: new Float32Array(channels).fill(value)
	});
	const state = new Map([
		[`${NORM}.weight`, all(1)],
		[`${NORM}.bias`, all(0)],
		[`${NORM}.running_mean`, all(0)],
		[`${NORM}.running_var`, { shape: [channels], data: Float32Array.from(variances) }]
	]);
	const input = { shape: [1, channels, 1, 1], data: all(1).data };
	return { graph: builder.finish(channels, output), state, input, keep: [], epsilon };
}

const INPUT_PICTURE = TOY_PICTURES.diagonal;
/** Index of the channel whose variances the reader sets. */
const QUIET_CHANNEL = 1;

/** The toy's weights with the reader's variance in the batch norms of the quiet channel. */
function toyWith(variance: number): StateDict {
	const keys = ['cheap_operation.1.running_var', 'fusion_bn.0.running_var'];
	return applyEdits(
		TOY_STATE,
		keys.map((key) => ({ key, index: QUIET_CHANNEL, value: variance }))
	);
}

/** Runs the listed scales with both ε, the original, and the port as two branches and folded. */
export const runEpsilon: Experiment<EpsilonSetting, EpsilonRun> = function* (setting) {
	const { epsilon, variance, bothWrong } = setting;
	const variances = [...LISTED_VARIANCES, variance];
	const right = (yield scalesRequest(variances, BATCH_NORM_EPSILON)).maps.get(NORM)!.data;
	const wrong = (yield scalesRequest(variances, epsilon)).maps.get(NORM)!.data;
	const ratios = [...wrong].map((value, index) => value / right[index]!);

	const state = toyWith(variance);
	const module = { input: INPUT_PICTURE, keep: [] };
	const original = yield { ...module, graph: TOY_GRAPH, state };
	const branches = bothWrong ? yield { ...module, graph: TOY_GRAPH, state, epsilon } : original;
	const folded = yield {
		...module,
		graph: FOLDED_TOY_GRAPH,
		state: foldedToy(state, epsilon),
		// The batch norm behind the 1×1 stays: it runs as the two branches it is compared with do.
		epsilon: bothWrong ? epsilon : BATCH_NORM_EPSILON
	};
	const [a, b] = [original, branches].map(({ maps }) => maps.get(TOY_GRAPH.output)!.data) as [
		Float32Array,
		Float32Array
	];
	const c = folded.maps.get(FOLDED_TOY_GRAPH.output)!.data;
	return {
		ratios: ratios.slice(0, LISTED_VARIANCES.length),
		chosen: { right: right.at(-1)!, wrong: wrong.at(-1)!, ratio: ratios.at(-1)! },
		foldAgainstBranches: compareLogits(b, c),
		branchesAgainstOriginal: compareLogits(a, b),
		foldAgainstOriginal: compareLogits(a, c)
	};
};
