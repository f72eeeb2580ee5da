/** The toy module's two branches folded into its one convolution, for figures that break the fold. */
import { plainArithmetic } from '#lib/core/fold/fold-arithmetic.ts';
import { foldStepGraph } from '#lib/core/fold/fold-graphs.ts';
import { foldUpTo, stepWeights } from '#lib/core/fold/fold-procedure.ts';
import { BATCH_NORM_EPSILON } from '#lib/core/graph.ts';
import type { StateDict } from '#lib/core/tensor.ts';
import { TOY_PLAN, TOY_STATE } from '#lib/core/fold/toy-module.ts';

/** The module with its two branches, and with one convolution in their place. */
export const TOY_GRAPH = foldStepGraph(TOY_PLAN, 'run');
export const FOLDED_TOY_GRAPH = foldStepGraph(TOY_PLAN, 'replace');

const KERNEL = 3;

/**
 * The weights of `FOLDED_TOY_GRAPH`.
 * @param state the module's, the toy's own unless given
 */
export function foldedToy(state = TOY_STATE, epsilon = BATCH_NORM_EPSILON): StateDict {
	const subject = { state, channels: TOY_PLAN.outChannels, size: KERNEL };
	return stepWeights('replace', state, foldUpTo('replace', subject, plainArithmetic, { epsilon }));
}
