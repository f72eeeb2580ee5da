/**
 * From a function over a `KernelHost` to a kernel of TensorFlow.js's registry for the wasm backend.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { KernelHost } from './kernel-host.ts';

export interface KernelCall<Attributes> {
	readonly host: KernelHost;
	/** The tensor of this name; throws when the caller left it out. */
	readonly input: (name: string) => tf.TensorInfo;
	/** The same, or undefined. */
	readonly optional: (name: string) => tf.TensorInfo | undefined;
	readonly attributes: Attributes;
}

/** A kernel of ours. One that returns null leaves the case to the kernel that was there before. */
export interface HostKernel {
	readonly name: string;
	readonly run: (call: KernelCall<never>) => tf.TensorInfo | tf.TensorInfo[] | null;
}

/** Types a kernel's attributes where it is written. */
export function hostKernel<Attributes>(
	name: string,
	run: (call: KernelCall<Attributes>) => tf.TensorInfo | tf.TensorInfo[] | null
): HostKernel {
	return { name, run: run as HostKernel['run'] };
}

/**
 * Puts a kernel into the registry in place of the one there, which still runs what ours leaves to it.
 *
 * @param hostOf the compiled kernels over the memory of a backend
 */
export function registerHostKernel(
	{ name, run }: HostKernel,
	hostOf: (backend: object) => KernelHost
): void {
	const before = tf.getKernel(name, 'wasm');
	// TensorFlow.js would warn of a second kernel of one name.
	if (before) tf.unregisterKernel(name, 'wasm');
	tf.registerKernel({
		...before,
		kernelName: name,
		backendName: 'wasm',
		kernelFunc: (call) => {
			const optional = (key: string) => call.inputs[key];
			const input = (key: string) => {
				const tensor = optional(key);
				if (!tensor) throw new Error(`${name}: the input ${key} is missing.`);
				return tensor;
			};
			const attributes = (call.attrs ?? {}) as never;
			const outputs = run({ host: hostOf(call.backend), input, optional, attributes });
			if (outputs) return outputs;
			if (before) return before.kernelFunc(call);
			throw new Error(
				`${name}: expected a case the compiled kernels know, or TensorFlow.js's own kernel beside them; found neither.`
			);
		}
	});
}
