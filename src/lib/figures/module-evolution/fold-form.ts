/**
 * Folding one of the five drawings on the engine and comparing: batch norms are folded there, both
 * forms are run there, and the outputs are subtracted here.
 */
import { batchNormOf, identityKernel, tensorOf } from '#lib/core/fold/fold.ts';
import {
	foldForm,
	identityPath,
	type Paths,
	type UnfoldedForm
} from '#lib/core/fold/module-evolution-fold.ts';
import { EVOLUTION_NODES, evolutionGraph } from '#lib/core/fold/module-evolution.ts';
import { mapShape } from '#lib/core/maps/map-statistics.ts';
import { largestDifference, type StateDict, type Tensor } from '#lib/core/tensor.ts';
import type { GraphRun, LiveEngine } from '#lib/engine/live-protocol.ts';
import { toleranceOf } from '../live/tolerance.ts';

export interface FormInput {
	readonly form: UnfoldedForm;
	readonly state: StateDict;
	/** x, [1, C, H, W]. */
	readonly input: Tensor;
}

export interface FoundDifference {
	readonly form: UnfoldedForm;
	/** Output of the drawing minus output of the one convolution, [1, C or 2C, H, W]. */
	readonly difference: Tensor;
	/** Largest |difference|. */
	readonly largest: number;
	readonly tolerance: number;
	/** Values of the path that its ReLU cuts off, those that differ, and those that do both. */
	readonly cutOff: number;
	readonly differing: number;
	readonly both: number;
	readonly backend: GraphRun['backend'];
}

type Engine = Pick<LiveEngine, 'runGraph' | 'foldBatchNorm'>;

/** Folds the form, a ReLU inside its path left out, and finds where the outputs differ. */
export async function findDifference(engine: Engine, asked: FormInput): Promise<FoundDifference> {
	const { form, state, input } = asked;
	const { depthwiseNorm } = EVOLUTION_NODES;
	const graph = evolutionGraph(form, mapShape(input).channels);
	const folded = foldForm(form, await foldPathsOn(engine, asked));
	const before = await engine.runGraph({ graph, state, input, keep: [depthwiseNorm] });
	const after = await engine.runGraph({ ...folded, input, keep: [] });
	const output = tensorOf(before.maps, graph.output);
	const other = tensorOf(after.maps, folded.graph.output);
	const difference = {
		shape: output.shape,
		data: output.data.map((value, index) => value - other.data[index]!)
	};
	const tolerance = toleranceOf(output);
	return {
		form,
		difference,
		largest: largestDifference(output, other),
		tolerance,
		...countPlaces(difference, tensorOf(before.maps, depthwiseNorm), tolerance),
		backend: after.backend
	};
}

async function foldPathsOn(engine: Engine, { form, state }: FormInput): Promise<Paths> {
	const kernel = tensorOf(state, `${EVOLUTION_NODES.depthwise}.weight`);
	const channels = kernel.shape[0]!;
	const depthwise = await engine.foldBatchNorm({
		kernel,
		bias: null,
		...batchNormOf(state, EVOLUTION_NODES.depthwiseNorm)
	});
	if (form !== 'training-time') return { depthwise, beside: identityPath(channels) };
	const beside = await engine.foldBatchNorm({
		kernel: identityKernel(channels),
		bias: null,
		...batchNormOf(state, EVOLUTION_NODES.branchNorm)
	});
	return { depthwise, beside };
}

/** The path's maps are the last ones of the output: all of a sum, the second half of a concatenation. */
function countPlaces(
	difference: Tensor,
	path: Tensor,
	tolerance: number
): Pick<FoundDifference, 'cutOff' | 'differing' | 'both'> {
	const first = difference.data.length - path.data.length;
	let cutOff = 0;
	let differing = 0;
	let both = 0;
	difference.data.forEach((value, index) => {
		const isCut = index >= first && path.data[index - first]! < 0;
		const differs = Math.abs(value) > tolerance;
		if (isCut) cutOff++;
		if (differs) differing++;
		if (isCut && differs) both++;
	});
	return { cutOff, differing, both };
}
