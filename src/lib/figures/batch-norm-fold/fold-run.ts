/** Folding and both forms' runs: on TensorFlow.js, and in plain arithmetic for a page without it. */
import { batchNormScaleShift, foldedBias, scaleKernel } from '#lib/core/fold/fold.ts';
import { evaluateGraph } from '#lib/core/reference.ts';
import { largestDifference, type Tensor } from '#lib/core/tensor.ts';
import type { LiveEngine } from '#lib/engine/live-protocol.ts';
import {
	batchNormTensors,
	biasTensor,
	bothForms,
	inputOf,
	kernelTensor,
	weightsOf,
	type FoldedTensors,
	type FoldSetting
} from './fold-setting.ts';

export interface FoldRun {
	readonly folded: FoldedTensors;
	/** Of convolution and batch norm, and of the one convolution, [1, out, rows, columns]. */
	readonly norm: Tensor;
	readonly single: Tensor;
	/** Largest |norm − single|; null where nothing was run on TensorFlow.js. */
	readonly difference: number | null;
	readonly backend: string | null;
}

/** A run on TensorFlow.js. */
export type LiveFold = FoldRun & { readonly backend: string };

/** Folds on TensorFlow.js, then runs both forms there. */
export async function runFold(
	engine: Pick<LiveEngine, 'foldBatchNorm' | 'runGraph'>,
	setting: FoldSetting
): Promise<LiveFold> {
	const folded = await engine.foldBatchNorm({
		kernel: kernelTensor(setting),
		bias: biasTensor(setting),
		...batchNormTensors(setting)
	});
	const { maps, backend } = await engine.runGraph({
		graph: bothForms(setting),
		state: weightsOf(setting, folded),
		input: inputOf(setting),
		keep: ['norm']
	});
	const norm = maps.get('norm')!;
	const single = maps.get('folded')!;
	return { folded, norm, single, difference: largestDifference(norm, single), backend };
}

/** The same in plain arithmetic. */
export function stillFold(setting: FoldSetting): FoldRun {
	const scaleShift = batchNormScaleShift(batchNormTensors(setting));
	const bias = biasTensor(setting);
	const folded = {
		scale: { shape: [scaleShift.scale.length], data: Float32Array.from(scaleShift.scale) },
		kernel: scaleKernel(kernelTensor(setting), scaleShift.scale),
		bias: foldedBias(scaleShift, bias ?? undefined)
	};
	const values = evaluateGraph(bothForms(setting), weightsOf(setting, folded), inputOf(setting));
	const mapsOf = (node: string): Tensor => {
		const { shape, data } = values.get(node)!;
		return { shape, data: Float32Array.from(data) };
	};
	return {
		folded,
		norm: mapsOf('norm'),
		single: mapsOf('folded'),
		difference: null,
		backend: null
	};
}
