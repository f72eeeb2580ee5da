/**
 * What stands on the stage at each step: the step's arithmetic as a line of tensors and signs. A kernel
 * carries its bias under it, so that a step about a bias has its place.
 */
import type { FoldStep } from '#lib/core/fold/fold-step-names.ts';
import type { TensorPart } from './symbols.ts';

export type MapPart = 'x' | 'depthwise' | 'identity' | 'sum' | 'reference' | 'soFar' | 'difference';

type Sign = '+' | '−' | '×' | '÷' | '=' | '∗';

export type StageItem =
	| { readonly kind: 'sign'; readonly sign: Sign }
	| { readonly kind: 'number'; readonly part: TensorPart; readonly folding?: true }
	| {
			readonly kind: 'kernel';
			readonly part: TensorPart;
			/** Stands under the kernel; null: no place for one. */
			readonly bias: TensorPart | null;
			readonly folding?: 'kernel' | 'bias';
	  }
	| { readonly kind: 'map'; readonly part: MapPart }
	/** The nine values of x under the kernel, and the nine products. */
	| { readonly kind: 'window'; readonly part: 'patch' | 'products' };

const sign = (text: Sign): StageItem => ({ kind: 'sign', sign: text });
const number = (part: TensorPart): StageItem => ({ kind: 'number', part });
const made = (part: TensorPart): StageItem => ({ kind: 'number', part, folding: true });
const map = (part: MapPart): StageItem => ({ kind: 'map', part });
const kernel = (
	part: TensorPart,
	bias: TensorPart | null = null,
	folding?: 'kernel' | 'bias'
): StageItem => ({ kind: 'kernel', part, bias, ...(folding && { folding }) });

/** Lines of the stage, top to bottom. */
export const STAGE: Readonly<Record<FoldStep, readonly (readonly StageItem[])[]>> = {
	run: [[map('depthwise'), sign('+'), map('identity'), sign('='), map('sum')]],
	'scale-and-shift': [
		[number('gamma'), sign('÷'), number('deviation'), sign('='), made('scale')],
		[
			number('beta'),
			sign('−'),
			number('mean'),
			sign('×'),
			number('scale'),
			sign('='),
			made('shift')
		]
	],
	'scale-kernel': [
		[
			number('scale'),
			sign('×'),
			kernel('kernel'),
			sign('='),
			kernel('scaledKernel', null, 'kernel')
		]
	],
	'kernel-bias': [
		[
			number('beta'),
			sign('−'),
			number('mean'),
			sign('×'),
			number('scale'),
			sign('='),
			kernel('scaledKernel', 'kernelBias', 'bias')
		]
	],
	'identity-kernel': [
		[map('x'), sign('∗'), kernel('identityKernel', null, 'kernel'), sign('='), map('x')]
	],
	'scale-identity': [
		[
			number('identityGamma'),
			sign('÷'),
			number('identityDeviation'),
			sign('='),
			number('identityScale')
		],
		[
			number('identityScale'),
			sign('×'),
			kernel('identityKernel'),
			sign('='),
			kernel('scaledIdentity', null, 'kernel')
		]
	],
	'identity-bias': [
		[
			number('identityBeta'),
			sign('−'),
			number('identityMean'),
			sign('×'),
			number('identityScale'),
			sign('='),
			kernel('scaledIdentity', 'identityBias', 'bias')
		]
	],
	'add-kernels': [
		[
			kernel('scaledKernel', 'kernelBias'),
			sign('+'),
			kernel('scaledIdentity', 'identityBias', 'kernel'),
			sign('='),
			kernel('sumKernel')
		]
	],
	'add-biases': [
		[
			kernel('scaledKernel', 'kernelBias'),
			sign('+'),
			kernel('scaledIdentity', 'identityBias', 'bias'),
			sign('='),
			kernel('sumKernel', 'sumBias')
		]
	],
	replace: [
		[
			{ kind: 'window', part: 'patch' },
			sign('×'),
			kernel('sumKernel', 'sumBias', 'kernel'),
			sign('='),
			{ kind: 'window', part: 'products' }
		]
	],
	compare: [[map('reference'), sign('−'), map('soFar'), sign('='), map('difference')]]
};

/** Nodes of the module's graph that are drawn as being folded now; see `foldStepGraph`. */
export const FOLDING_NODES: Readonly<Record<FoldStep, readonly string[]>> = {
	run: [],
	'scale-and-shift': ['cheap_operation.1'],
	'scale-kernel': ['cheap_operation.0', 'cheap_operation.1'],
	'kernel-bias': ['cheap_operation.0'],
	'identity-kernel': ['fusion_bn.kernel'],
	'scale-identity': ['fusion_bn.kernel', 'fusion_bn.0'],
	'identity-bias': ['fusion_bn.kernel'],
	'add-kernels': ['cheap_operation.0'],
	'add-biases': ['cheap_operation.0'],
	replace: ['cheap_operation'],
	compare: []
};

/** Parts of the figure that a box of the drawing stands for, by node. */
export const NODE_PARTS: ReadonlyMap<string, string> = new Map([
	['primary_conv.2', 'x'],
	['cheap_operation.0', 'scaledKernel'],
	['cheap_operation.1', 'scale'],
	['fusion_bn.kernel', 'scaledIdentity'],
	['fusion_bn.0', 'identityScale'],
	['cheap_operation', 'sumKernel'],
	['add', 'sum'],
	['relu', 'soFar']
]);
