/** Registers the training kernels with TensorFlow.js for its wasm backend. */
import { registerGradient } from '@tensorflow/tfjs-core';
import { batchNormKernels } from './batch-norm-kernels.ts';
import { channelKernels } from './channel-kernels.ts';
import { convolutionKernels } from './convolution-kernels.ts';
import { depthwiseKernels } from './depthwise-kernels.ts';
import { gradients } from './gradients.ts';
import { identityKernel } from './identity-kernel.ts';
import { registerHostKernel } from './host-kernel.ts';
import { KernelHost } from './kernel-host.ts';
import { updateKernels } from './update-kernels.ts';

const kernels = [
	identityKernel,
	...convolutionKernels,
	...depthwiseKernels,
	...batchNormKernels,
	...channelKernels,
	...updateKernels
];

let registration: Promise<void> | null = null;

/**
 * Compiles the kernels and registers them, once however often it is called. Gradients of the wasm
 * backend then work through `tf.grads` and `tf.variableGrads`; other backends are as they were.
 *
 * TensorFlow.js's own kernels for wasm must be registered before; the backend may start before or
 * after. It must be the one without threads (`WASM_HAS_MULTITHREAD_SUPPORT` false in a browser).
 *
 * @param binary the bytes of `training-kernels.wasm`
 */
export function registerTrainingKernels(binary: BufferSource): Promise<void> {
	registration ??= register(binary).catch((error: unknown) => {
		registration = null;
		throw error;
	});
	return registration;
}

async function register(binary: BufferSource): Promise<void> {
	const module = await WebAssembly.compile(binary);
	// A backend that was thrown away and started again has another memory.
	const hosts = new WeakMap<object, KernelHost>();
	const hostOf = (backend: object): KernelHost => {
		const known = hosts.get(backend);
		if (known) return known;
		const host = new KernelHost(module, backend);
		hosts.set(backend, host);
		return host;
	};
	for (const kernel of kernels) registerHostKernel(kernel, hostOf);
	for (const gradient of gradients) registerGradient(gradient);
}
