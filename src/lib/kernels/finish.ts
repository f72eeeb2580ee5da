/** What a convolution does to a sum before it writes it: a bias and a ReLU, in the same pass over memory. */
import type { backend_util } from '@tensorflow/tfjs-core';
import type { KernelCall } from './host-kernel.ts';

export interface Finish {
	/** Where the biases lie, one for each channel; 0: there is none. */
	readonly bias: number;
	/** No value is below it: 0 for a ReLU, −∞ for none. */
	readonly least: number;
}

export const NO_FINISH: Finish = { bias: 0, least: -Infinity };

const LEAST: Readonly<Partial<Record<backend_util.Activation, number>>> = {
	linear: -Infinity,
	relu: 0
};

/** Of a fused convolution; null for an activation that the kernels do not know. */
export function finishOf({
	host,
	optional,
	attributes
}: KernelCall<{ readonly activation: backend_util.Activation }>): Finish | null {
	const least = LEAST[attributes.activation];
	const bias = optional('bias');
	return least === undefined ? null : { bias: bias ? host.pointer(bias) : 0, least };
}
