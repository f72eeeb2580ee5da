/**
 * The toy of the fold stepper: a RepGhost module of two channels on pictures of 5 × 5 in round numbers,
 * small enough to be folded by hand. Channel 2 has quiet batch norms (σ² = 0.01), where a wrong ε shows.
 */
import type { ModulePlan } from '#lib/core/network/modules.ts';
import { createTensor, type StateDict, type Tensor } from '#lib/core/tensor.ts';

export const TOY_PLAN: ModulePlan = {
	family: 'repghost',
	inChannels: 2,
	outChannels: 2,
	relu: true,
	branch: 'bn',
	form: 'training-time'
};

const tensor = (shape: readonly number[], ...values: number[]): Tensor =>
	createTensor(shape, Float32Array.from(values));

/** Weights under the module's own keys, channel 1 before channel 2. */
export const TOY_STATE: StateDict = new Map([
	['primary_conv.0.weight', tensor([2, 2, 1, 1], 1, 0.5, 0, 1)],
	['primary_conv.1.weight', tensor([2], 1, 1)],
	['primary_conv.1.bias', tensor([2], 0, 0)],
	['primary_conv.1.running_mean', tensor([2], 0, 0)],
	['primary_conv.1.running_var', tensor([2], 1, 1)],
	[
		'cheap_operation.0.weight',
		// prettier-ignore
		tensor([2, 1, 3, 3],
			0.2, -0.6, 0.2,
			-0.4, 0.8, -0.4,
			0, 0.6, -0.2,

			0.1, 0.2, 0.1,
			0, -0.3, 0,
			-0.1, 0.4, -0.1)
	],
	['cheap_operation.1.weight', tensor([2], 0.75, 0.2)],
	['cheap_operation.1.bias', tensor([2], 0.1, 0.2)],
	['cheap_operation.1.running_mean', tensor([2], 0.4, 0.3)],
	['cheap_operation.1.running_var', tensor([2], 0.25, 0.01)],
	['fusion_bn.0.weight', tensor([2], 0.9, 0.05)],
	['fusion_bn.0.bias', tensor([2], 0.05, 0.3)],
	['fusion_bn.0.running_mean', tensor([2], 0.25, 0.5)],
	['fusion_bn.0.running_var', tensor([2], 2.25, 0.01)]
]);

/** Pictures for the toy by name, [1, 2, 5, 5]. */
export const TOY_PICTURES = {
	// prettier-ignore
	diagonal: tensor([1, 2, 5, 5],
		0, 0.5, 1, 2, 2.5,
		0.5, 1, 2, 3, 2,
		1, 2, 3, 2, 1,
		2, 3, 2, 1, 0.5,
		2.5, 2, 1, 0.5, 0,

		2, 2, 2, 1, 0,
		2, 3, 2, 1, 0,
		2, 2, 1.5, 1, 0,
		1, 1, 1, 0.5, 0,
		0, 0, 0, 0, 0),
	// prettier-ignore
	dot: tensor([1, 2, 5, 5],
		0, 0, 0, 0, 0,
		0, 0, 0, 0, 0,
		0, 0, 2, 0, 0,
		0, 0, 0, 0, 0,
		0, 0, 0, 0, 0,

		0, 0, 0, 0, 0,
		0, 1, 1, 1, 0,
		0, 1, 2, 1, 0,
		0, 1, 1, 1, 0,
		0, 0, 0, 0, 0),
	// prettier-ignore
	edge: tensor([1, 2, 5, 5],
		0, 0, 2, 2, 2,
		0, 0, 2, 2, 2,
		0, 0, 2, 2, 2,
		0, 0, 2, 2, 2,
		0, 0, 2, 2, 2,

		1, 1, 1, 1, 1,
		1, 1, 1, 1, 1,
		0, 0, 0, 0, 0,
		2, 2, 2, 2, 2,
		2, 2, 2, 2, 2)
} as const;

export type ToyPicture = keyof typeof TOY_PICTURES;
