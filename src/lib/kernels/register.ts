/** Registers the compiled kernels with TensorFlow.js for its wasm backend. */
import { registerGradient } from '@tensorflow/tfjs-core';
import { batchNormKernels } from './batch-norm-kernels.ts';
import { channelKernels } from './channel-kernels.ts';
import { convolutionKernels, fusedConv2D } from './convolution-kernels.ts';
import { depthwiseKernels, fusedDepthwise } from './depthwise-kernels.ts';
import { gradients } from './gradients.ts';
import { identityKernel } from './identity-kernel.ts';
import { registerHostKernel, type HostKernel } from './host-kernel.ts';
import { KernelHost } from './kernel-host.ts';
import { updateKernels } from './update-kernels.ts';

const FOR_TRAINING = [
	identityKernel,
	...convolutionKernels,
	...depthwiseKernels,
	...batchNormKernels,
	...channelKernels,
	...updateKernels
];

/** 1×1 and depthwise convolutions with their bias and ReLU. */
const FOR_RUNNING = [fusedConv2D, fusedDepthwise];

/**
 * Compiles the kernels and registers those for training, once however often it is called. Gradients of
 * the wasm backend then work through `tf.grads` and `tf.variableGrads`; other backends are as they were.
 *
 * TensorFlow.js's own kernels for wasm must be registered before; the backend may start before or
 * after. It must be the one without threads (`WASM_HAS_MULTITHREAD_SUPPORT` false in a browser).
 *
 * @param binary the bytes of `kernels.wasm`
 */
export const registerTrainingKernels = once(async (binary) => {
	await register(binary, FOR_TRAINING);
	for (const gradient of gradients) registerGradient(gradient);
});

/**
 * The same for the kernels of networks that only run. They sum in another order than TensorFlow.js's own,
 * so training leaves them out: its seeds must give the same bits.
 *
 * @param binary the bytes of `kernels.wasm`
 */
export const registerRunningKernels = once((binary) => register(binary, FOR_RUNNING));

type Register = (binary: BufferSource) => Promise<void>;

/** Registers once; after a failure, once more. */
function once(registerAll: Register): Register {
	let registration: Promise<void> | null = null;
	return (binary) => {
		registration ??= registerAll(binary).catch((error: unknown) => {
			registration = null;
			throw error;
		});
		return registration;
	};
}

async function register(binary: BufferSource, kernels: readonly HostKernel[]): Promise<void> {
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
}
