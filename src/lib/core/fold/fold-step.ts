/** One step of folding in plain numbers: what the stepper shows before anything runs, and the oracle. */
import { plainArithmetic } from './fold-arithmetic.ts';
import { foldUpTo, stepWeights } from './fold-procedure.ts';
import {
	applyEdits,
	planFoldStep,
	type FoldableModule,
	type FoldStepRequest
} from './fold-request.ts';
import { viewedNodes, viewFoldStep, type FoldStepView } from './fold-view.ts';
import { evaluateGraph, type Maps } from '#lib/core/reference.ts';
import type { Tensor } from '#lib/core/tensor.ts';

/**
 * Folds the module up to a step and runs it and the original.
 * @throws Error for batch statistics, which only the live engine knows
 */
export function computeFoldStep(
	{ plan, state, input }: FoldableModule,
	request: FoldStepRequest
): FoldStepView {
	const { step, channel } = request;
	const { original, soFar, mistakes, batchStatistics } = planFoldStep(plan, request);
	if (batchStatistics) throw new Error('Batch statistics are computed by the live engine alone.');
	const edited = applyEdits(state, request.edits);
	const [channels = 0, , size = 0] = edited.get('cheap_operation.0.weight')?.shape ?? [];
	const made = foldUpTo(step, { state: edited, channels, size }, plainArithmetic, mistakes);
	const outputs = evaluateGraph(soFar, stepWeights(step, edited, made), input);
	const names = new Set([soFar.output, ...viewedNodes(plan, soFar)]);
	return viewFoldStep({
		...{ plan, step, channel, made, soFar, epsilon: mistakes.epsilon, state: edited },
		reference: rounded(evaluateGraph(original, edited, input).get(original.output)!),
		maps: new Map([...names].map((name) => [name, rounded(outputs.get(name)!)]))
	});
}

function rounded({ shape, data }: Maps): Tensor {
	return { shape, data: Float32Array.from(data) };
}
