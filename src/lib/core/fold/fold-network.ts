/** Folding of a module's branches, and of whole networks: as the authors' converter does, and completely. */
import {
	addBranches,
	addTensors,
	batchNormOf,
	fuseBatchNorm,
	fuseIdentityBatchNorm,
	identityKernel,
	tensorOf,
	type KernelBias
} from './fold.ts';
import {
	BATCH_NORM_EPSILON,
	joinName,
	type Form,
	type Graph,
	type ModuleInGraph
} from '#lib/core/graph.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';

/**
 * The one biased depthwise convolution that replaces a RepGhost module's branches: kernel
 * [channels, 1, 3, 3], bias [channels] (`get_equivalent_kernel_bias`).
 */
export function fuseModule(
	state: StateDict,
	{ name, branch }: Pick<ModuleInGraph, 'name' | 'branch'>,
	epsilon = BATCH_NORM_EPSILON
): KernelBias {
	const cheap = joinName(name, 'cheap_operation');
	const depthwise = tensorOf(state, `${cheap}.0.weight`);
	const [channels = 0, , size = 0] = depthwise.shape;
	let fused = fuseBatchNorm(depthwise, undefined, batchNormOf(state, `${cheap}.1`), epsilon);
	if (branch === 'bn' || branch === 'both') {
		const identity = batchNormOf(state, joinName(name, 'fusion_bn.0'));
		fused = addBranches(fused, fuseIdentityBatchNorm(identity, size, epsilon));
	}
	if (branch === 'identity' || branch === 'both') {
		fused = { ...fused, kernel: addTensors(fused.kernel, identityKernel(channels, size)) };
	}
	return fused;
}

/**
 * The weights of another form of the same network.
 *
 * `deploy` is `repghost_model_convert` of the authors' code: each module's branches become one biased
 * depthwise convolution, every other BN stays, and a network without branches is returned as it is.
 * `folded` also folds every remaining BN into the convolution before it; Ghost networks have no
 * branches, so theirs is that alone.
 *
 * @param graph the form that `state` holds: training-time, or deploy to be folded completely
 */
export function foldStateDict(
	graph: Graph,
	state: StateDict,
	form: Form,
	epsilon = BATCH_NORM_EPSILON
): StateDict {
	if (form === 'training-time') return state;
	const folded = new Map<string, Tensor>(state);
	for (const module of graph.modules) {
		if (module.family === 'ghost' || (form === 'deploy' && module.branch === 'none')) continue;
		const cheap = joinName(module.name, 'cheap_operation');
		if (state.has(`${cheap}.weight`)) continue;
		const { kernel, bias } = fuseModule(state, module, epsilon);
		removePrefix(folded, `${cheap}.`);
		removePrefix(folded, `${joinName(module.name, 'fusion_bn')}.`);
		folded.set(`${cheap}.weight`, kernel).set(`${cheap}.bias`, bias);
	}
	if (form === 'folded') foldRemaining(graph, folded, epsilon);
	return folded;
}

/** Folds every convolution → BN pair whose tensors are still there. */
function foldRemaining(graph: Graph, state: Map<string, Tensor>, epsilon: number): void {
	const operations = new Map(graph.nodes.map(({ name, operation }) => [name, operation]));
	for (const { name, operation, inputs } of graph.nodes) {
		const source = inputs[0]!;
		if (operation.kind !== 'batch-norm' || !state.has(`${name}.weight`)) continue;
		if (operations.get(source)?.kind !== 'convolution') continue;
		const { kernel, bias } = fuseBatchNorm(
			tensorOf(state, `${source}.weight`),
			state.get(`${source}.bias`),
			batchNormOf(state, name),
			epsilon
		);
		removePrefix(state, `${name}.`);
		state.set(`${source}.weight`, kernel).set(`${source}.bias`, bias);
	}
}

function removePrefix(state: Map<string, Tensor>, prefix: string): void {
	for (const key of [...state.keys()]) if (key.startsWith(prefix)) state.delete(key);
}
