/** What the fold stepper is asked: a module, the reader's edits, the mistakes made on purpose, the step. */
import { foldStepGraph, type ModuleQuirks } from './fold-graphs.ts';
import type { FoldMistakes } from './fold-procedure.ts';
import type { Breakage, FoldStep } from './fold-step-names.ts';
import { BATCH_NORM_EPSILON, type Graph } from '#lib/core/graph.ts';
import type { ModulePlan } from '#lib/core/network/modules.ts';
import { formatShape, type StateDict, type Tensor } from '#lib/core/tensor.ts';

/** A RepGhost module on its own: its keys without prefix, and what goes into it. */
export interface FoldableModule {
	readonly plan: ModulePlan;
	readonly state: StateDict;
	/** [1, inChannels, H, W]. */
	readonly input: Tensor;
}

/** One number the reader has changed: a value of a tensor of the module's state. */
export interface ModuleEdit {
	readonly key: string;
	/** Position in the tensor's data. */
	readonly index: number;
	readonly value: number;
}

export interface FoldStepRequest {
	readonly step: FoldStep;
	/** From 0. */
	readonly channel: number;
	readonly edits: readonly ModuleEdit[];
	readonly breakages: readonly Breakage[];
}

/** ε of a fold that is broken on purpose: the default of TensorFlow.js and Keras. */
const WRONG_EPSILON = 1e-3;

/** What a step runs: the original and the module so far, and how each is to be run. */
interface FoldStepPlan {
	readonly original: Graph;
	readonly soFar: Graph;
	readonly mistakes: Required<FoldMistakes>;
	/** Whether batch norms that are left use the batch's own statistics. */
	readonly batchStatistics: boolean;
}

export function planFoldStep(
	plan: ModulePlan,
	{ step, breakages }: Pick<FoldStepRequest, 'step' | 'breakages'>
): FoldStepPlan {
	const broken = (breakage: Breakage) => breakages.includes(breakage);
	const quirks: ModuleQuirks = { reluBeforeAdd: broken('relu-before-add') };
	return {
		original: foldStepGraph(plan, 'run', quirks),
		soFar: foldStepGraph(plan, step, quirks),
		mistakes: {
			epsilon: broken('epsilon') ? WRONG_EPSILON : BATCH_NORM_EPSILON,
			forgetBias: broken('forget-bias'),
			centrePlusOne: broken('centre-plus-one')
		},
		batchStatistics: broken('batch-statistics')
	};
}

/**
 * The module's tensors with the reader's edits; untouched tensors stay the same objects.
 * @throws Error when an edit names no value of the module
 */
export function applyEdits(state: StateDict, edits: readonly ModuleEdit[]): StateDict {
	const edited = new Map(state);
	for (const { key, index, value } of edits) {
		const tensor = edited.get(key);
		if (!tensor || !(index in tensor.data)) {
			const found = tensor ? `a tensor of ${formatShape(tensor.shape)}` : 'no such tensor';
			throw new Error(`An edit of ${key}, value ${index + 1}: the module has ${found}.`);
		}
		const data = tensor.data.slice();
		data[index] = value;
		edited.set(key, { shape: tensor.shape, data });
	}
	return edited;
}
